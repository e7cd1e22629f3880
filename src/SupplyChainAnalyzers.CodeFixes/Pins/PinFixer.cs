using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.Analyzers.Fixes;

namespace SupplyChainAnalyzers.CodeFixes.Pins;

/// <summary>Writes the commit that models.lock has. Nothing is asked of a network or read from a file: the rule says what to write.</summary>
public abstract class PinFixer : CodeFixProvider
{
    private const int ShownDigits = 7;

    private protected PinFixer()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => PinFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (PinEdit.For(diagnostic, context.CancellationToken) is not { } edit || PinEdits.DocumentOf(context.Document.Project.Solution, edit.Tree) is null)
                continue;

            var commit = diagnostic.Properties[PinProperties.Commit]!.Substring(0, ShownDigits);
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Pin to {commit} of models.lock",
                    cancellation => PinEdits.ApplyAsync(context.Document.Project.Solution, [edit], cancellation),
                    // The same for every commit, or Fix All would fix only those of one.
                    equivalenceKey: diagnostic.Id + ".PinFromLock"),
                diagnostic);
        }

        return Task.CompletedTask;
    }
}
