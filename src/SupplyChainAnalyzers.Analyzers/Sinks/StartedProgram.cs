using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>Which program the arguments of a process are for.</summary>
internal static class StartedProgram
{
    private const string FileName = "FileName";

    /// <summary>Its name or path; null when that is not known.</summary>
    public static string? Of(SinkUse use)
    {
        if (use.ValueOf(ParameterRoles.Command) is { } program)
            return program;

        // new ProcessStartInfo { FileName = …, Arguments = … } and info.FileName = …; info.Arguments = …;
        var written = use.Syntax switch
        {
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } => InInitializer(initializer),
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var receiver } } assignment => InBody(assignment, receiver),
            BaseObjectCreationExpressionSyntax creation => (creation.Initializer is { } own ? InInitializer(own) : null) ?? (StartedArguments.NameOf(creation) is { } name ? InBody(creation, name) : null),
            _ => null,
        };
        return written is not null && use.Model.GetOperation(written, use.Cancellation) is { } operation && use.Strings.Evaluate(operation) is [{ IsComplete: true } value]
            ? value.Text
            : null;
    }

    private static ExpressionSyntax? InInitializer(InitializerExpressionSyntax initializer)
    {
        foreach (var expression in initializer.Expressions)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: FileName } } assignment)
                return assignment.Right;
        }

        return (initializer.Parent as BaseObjectCreationExpressionSyntax)?.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
    }

    // The only assignment in the member, or what the local was made with.
    private static ExpressionSyntax? InBody(SyntaxNode use, ExpressionSyntax receiver)
    {
        var body = use.Ancestors().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax);
        ExpressionSyntax? found = null;
        foreach (var node in body?.DescendantNodes() ?? [])
        {
            var program = node switch
            {
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: FileName } left } other
                    when SyntaxFactory.AreEquivalent(left.Expression, receiver) => other.Right,
                VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation } declarator
                    when receiver is IdentifierNameSyntax name && name.Identifier.ValueText == declarator.Identifier.ValueText =>
                        creation.Initializer is { } initializer ? InInitializer(initializer) : creation.ArgumentList?.Arguments.FirstOrDefault()?.Expression,
                _ => null,
            };
            if (program is not null && found is not null)
                return null;

            found ??= program;
        }

        return found;
    }
}
