using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Values that stand behind a name.</summary>
internal sealed partial class StringEvaluator
{
    /// <summary>
    /// A local that gets its value once, or on every way through a choice (if, switch) another. What is assigned on top of an
    /// initializer, outside of a choice, or from itself, is not followed.
    /// </summary>
    private StringValue[] Local(ILocalReferenceOperation reference, int depth)
    {
        var declaration = Declaration(reference.Local);
        if (declaration is not VariableDeclaratorSyntax declarator)
            return Element(declaration, depth);

        // A member of the same name, set from outside or in an initializer, is another thing.
        var assigned = Assignments.In(Assignments.BodyOf(declarator)).Of(reference.Local.Name)?
            .Where(static item => item.Target is IdentifierNameSyntax && item.Target.Parent?.Parent is not InitializerExpressionSyntax).ToArray();
        var initializer = declarator.Initializer?.Value;
        if (assigned is null || (assigned.Length > 1 || initializer is not null) && !assigned.All(item => IsChoice(item.Target, declarator)))
            return UnknownOnly;

        return Union(assigned.Select(static item => item.Value), assigned.Length > 0 && IsEmpty(initializer) ? null : initializer, depth);
    }

    // What stands there only because the compiler wants something to stand there.
    private static bool IsEmpty(ExpressionSyntax? initializer) => initializer switch
    {
        LiteralExpressionSyntax { Token.ValueText: "" or "null" or "default" } => true,
        PostfixUnaryExpressionSyntax { Operand: var operand } => IsEmpty(operand),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => true,
        _ => false,
    };

    /// <summary>Whether an assignment happens on one way of a choice after the declaration, and does not build on what was there.</summary>
    private static bool IsChoice(ExpressionSyntax target, VariableDeclaratorSyntax declarator)
    {
        var block = declarator.Parent?.Parent?.Parent;
        var assignment = target.Parent;
        if (assignment is null || assignment.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => name.Identifier.ValueText == declarator.Identifier.ValueText) > 1)
            return false;

        for (var outer = assignment.Parent; outer is not null && outer != block; outer = outer.Parent)
        {
            if (outer is IfStatementSyntax or SwitchSectionSyntax or ElseClauseSyntax)
                return true;
        }

        return false;
    }

    /// <summary>Whichever of the values it is; <paramref name="first"/>, if there is one, among them.</summary>
    private StringValue[] Union(IEnumerable<ExpressionSyntax> sources, ExpressionSyntax? first, int depth)
    {
        var values = first is null ? [] : Source(first, depth);
        foreach (var source in sources)
            values = Either(values, Source(source, depth));

        return values.Length == 0 ? UnknownOnly : values;
    }

    /// <summary>A parameter's default: what a caller gets who gives nothing.</summary>
    private StringValue[] Parameter(IParameterReferenceOperation reference, int depth)
    {
        if (_arguments is not null && _arguments.TryGetValue(reference.Parameter, out var given))
            return given;

        if (Declaration(reference.Parameter) is not ParameterSyntax { Default.Value: { } value } parameter
            || Assignments.In(Assignments.BodyOf(parameter)).Contains(reference.Parameter.Name))
            return UnknownOnly;

        return [.. Source(value, depth).Select(static value => value.AsFallback())];
    }

    /// <summary>A source expression of this file by its meaning; one of another file by its form, because binding that file costs too much here.</summary>
    private StringValue[] Source(ExpressionSyntax? expression, int depth)
    {
        if (expression is null)
            return UnknownOnly;

        return expression.SyntaxTree == model.SyntaxTree
            ? Evaluate(model.GetOperation(expression, cancellation), depth + 1)
            : [SyntaxStrings.Read(expression)];
    }

    private SyntaxNode? Declaration(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Length == 1 ? symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation) : null;
}
