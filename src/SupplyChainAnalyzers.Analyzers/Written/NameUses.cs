using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;

namespace SupplyChainAnalyzers.Analyzers.Written;

/// <summary>Where the names of one file are used. Built when a file holds the address of a model, and kept with the file.</summary>
internal sealed class NameUses
{
    private static readonly ConditionalWeakTable<SyntaxNode, NameUses> Known = new();

    private readonly Dictionary<string, List<IdentifierNameSyntax>> _uses = new(StringComparer.Ordinal);

    private NameUses(SyntaxNode root)
    {
        foreach (var name in root.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (!_uses.TryGetValue(name.Identifier.ValueText, out var uses))
                _uses.Add(name.Identifier.ValueText, uses = []);

            uses.Add(name);
        }
    }

    public static NameUses In(SyntaxNode root) => Known.GetValue(root, static root => new NameUses(root));

    /// <summary>
    /// Whether <paramref name="name"/> is handed on as data somewhere in <paramref name="scope"/>; null when it is not used there.
    /// </summary>
    public bool? AreData(string name, SyntaxNode scope, ApiNames apis)
    {
        if (!_uses.TryGetValue(name, out var uses))
            return null;

        bool? result = null;
        foreach (var use in uses)
        {
            if (scope.Span.Contains(use.Span) && use.Parent is not NameColonSyntax)
                result = result == true || IsData(Value(use), apis);
        }

        return result;
    }

    /// <summary>Whether <paramref name="name"/> is given to something that downloads in <paramref name="scope"/>, going by what that is called.</summary>
    public bool AreFetched(string name, SyntaxNode scope) =>
        _uses.TryGetValue(name, out var uses)
        && uses.Exists(use => scope.Span.Contains(use.Span) && Value(use).Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && NameOf(call.Expression) is { } called && DataNames.Downloads(called));

    /// <summary>The expression whose value the name gives: with what it is put together with.</summary>
    private static SyntaxNode Value(SyntaxNode use)
    {
        for (var at = use; ; at = at.Parent!)
        {
            var goesOn = at.Parent switch
            {
                MemberAccessExpressionSyntax member => member.Name == at,
                ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or InterpolationSyntax => true,
                InterpolatedStringExpressionSyntax => at is InterpolationSyntax,
                BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.AddExpression) || binary.IsKind(SyntaxKind.CoalesceExpression),
                ConditionalExpressionSyntax conditional => conditional.Condition != at,
                ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Uri" } } } => true,
                ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax } => true,
                ObjectCreationExpressionSyntax => at is ArgumentListSyntax,
                _ => false,
            };
            if (!goesOn)
                return at;
        }
    }

    private static bool IsData(SyntaxNode value, ApiNames apis) => value.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => NameOf(call.Expression) is { } called && (apis.Methods.Contains(called) || DataNames.Downloads(called)),
        ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax creation } => NameOf(creation.Type) is { } type && !DataNames.Shows(type),
        ArgumentSyntax { Parent.Parent: ImplicitObjectCreationExpressionSyntax or TupleExpressionSyntax } => true,
        AssignmentExpressionSyntax assignment => assignment.Right == value && !DataNames.IsLink(NameOf(assignment.Left) ?? ""),
        EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax or InitializerExpressionSyntax or ExpressionElementSyntax => true,
        ForEachStatementSyntax or ElementAccessExpressionSyntax or SwitchExpressionArmSyntax => true,
        _ => false,
    };

    private static string? NameOf(SyntaxNode expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        _ => null,
    };
}
