using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.Analyzers.Fixes;

namespace SupplyChainAnalyzers.CodeFixes.Pins;

/// <summary>Writes what the rule says: most often the commit that models.lock has. Nothing is asked of a network or read from a file.</summary>
public abstract class PinFixer : CodeFixProvider
{
    private const int ShownDigits = 7;

    private protected PinFixer()
    {
    }

    /// <summary>What Fix All is called.</summary>
    internal virtual string FixAllTitle => "Pin to the commits of models.lock";

    private protected virtual string KeyEnd => ".PinFromLock";

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => PinFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (PinEdit.For(diagnostic, context.CancellationToken) is not { } edit || PinEdits.DocumentOf(context.Document.Project.Solution, edit.Tree) is null)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    TitleOf(diagnostic),
                    cancellation => PinEdits.ApplyAsync(context.Document.Project.Solution, [edit], cancellation),
                    // The same for every commit, or Fix All would fix only those of one.
                    equivalenceKey: diagnostic.Id + KeyEnd),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private protected virtual string TitleOf(Diagnostic diagnostic) => $"Pin to {diagnostic.Properties[PinProperties.Commit]!.Substring(0, ShownDigits)} of models.lock";
}
