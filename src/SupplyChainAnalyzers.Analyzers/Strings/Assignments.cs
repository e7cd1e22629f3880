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

    // Null stands for a second assignment, or one whose value we cannot see.
    private readonly Dictionary<string, ExpressionSyntax?> _values = new(StringComparer.Ordinal);

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
            return assignments.Single(local.Name);

        return assignments.Contains(local.Name) ? null : value;
    }

    /// <summary>Whether <paramref name="name"/> is assigned at all.</summary>
    public bool Contains(string name) => _values.ContainsKey(name);

    /// <summary>What <paramref name="name"/> is assigned, if that happens exactly once.</summary>
    public ExpressionSyntax? Single(string name) => _values.TryGetValue(name, out var value) ? value : null;

    private void AddTarget(ExpressionSyntax target, ExpressionSyntax? value)
    {
        switch (target)
        {
            case TupleExpressionSyntax tuple:
                foreach (var element in tuple.Arguments)
                    AddTarget(element.Expression, null);
                break;
            case IdentifierNameSyntax identifier:
                Add(identifier.Identifier.ValueText, value);
                break;
            case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member:
                Add(member.Name.Identifier.ValueText, value);
                break;
        }
    }

    private void Add(string name, ExpressionSyntax? value) => _values[name] = _values.ContainsKey(name) ? null : value;
}
