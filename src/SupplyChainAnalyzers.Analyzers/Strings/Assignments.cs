using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>
/// Which names a body assigns, found in one walk and kept with the body, so that a thousand calls in one method cost one walk.
/// It goes by name: a namesake in another scope makes a name look assigned, which only makes us silent.
/// </summary>
internal sealed class Assignments
{
    private static readonly ConditionalWeakTable<SyntaxNode, Assignments> Known = new();

    /// <summary>Assignments of one name that are followed; more are no table that a person wrote into a body.</summary>
    public const int MaxFollowed = 4;

    private readonly Dictionary<string, List<(ExpressionSyntax Target, ExpressionSyntax? Value)>> _all = new(StringComparer.Ordinal);

    private Assignments(SyntaxNode body)
    {
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax assignment:
                    var value = assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : null;
                    AddTarget(assignment.Left, value);
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0 and not (int)SyntaxKind.InKeyword } argument:
                    AddTarget(argument.Expression, null);
                    break;
                case RefExpressionSyntax reference:
                    AddTarget(reference.Expression, null);
                    break;
            }
        }
    }

    /// <summary>The assignments in <paramref name="body"/>.</summary>
    public static Assignments In(SyntaxNode body) => Known.GetValue(body, static body => new Assignments(body));

    /// <summary>The member, or the file of top-level statements, that <paramref name="node"/> stands in.</summary>
    public static SyntaxNode BodyOf(SyntaxNode node)
    {
        for (var outer = node; outer is not null; outer = outer.Parent)
        {
            if (outer is CompilationUnitSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax))
                return outer;
        }

        return node;
    }

    /// <summary>What a local is given, if that happens once: at its declaration, or by the only assignment.</summary>
    public static ExpressionSyntax? OnlyValueOf(ILocalSymbol local, CancellationToken cancellation)
    {
        if (local.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax declarator)
            return null;

        var assignments = In(BodyOf(declarator));
        if (declarator.Initializer is not { Value: var value })
            return assignments.Of(local.Name) is [var only] ? only.Value : null;

        return assignments.Contains(local.Name) ? null : value;
    }

    /// <summary>Whether <paramref name="name"/> is assigned at all.</summary>
    public bool Contains(string name) => _all.ContainsKey(name);

    /// <summary>
    /// What <paramref name="name"/> is assigned, with the targets, which may belong to namesakes. Null when there are more than
    /// <see cref="MaxFollowed"/>, or one whose value is not to be seen (a compound assignment, a reference handed out).
    /// </summary>
    public IReadOnlyList<(ExpressionSyntax Target, ExpressionSyntax Value)>? Of(string name)
    {
        if (!_all.TryGetValue(name, out var found))
            return [];

        return found.Count > MaxFollowed || found.Exists(static item => item.Value is null) ? null : [.. found.Select(static item => (item.Target, item.Value!))];
    }

    private void AddTarget(ExpressionSyntax target, ExpressionSyntax? value)
    {
        switch (target)
        {
            case TupleExpressionSyntax tuple:
                foreach (var element in tuple.Arguments)
                    AddTarget(element.Expression, null);
                break;
            case IdentifierNameSyntax identifier:
                Add(identifier.Identifier.ValueText, target, value);
                break;
            case MemberAccessExpressionSyntax member:
                Add(member.Name.Identifier.ValueText, target, value);
                break;
        }
    }

    private void Add(string name, ExpressionSyntax target, ExpressionSyntax? value)
    {
        if (!_all.TryGetValue(name, out var found))
            _all.Add(name, found = []);

        found.Add((target, value));
    }
}
