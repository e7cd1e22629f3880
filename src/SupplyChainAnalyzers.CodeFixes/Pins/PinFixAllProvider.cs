using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SupplyChainAnalyzers.CodeFixes.Pins;

/// <summary>
/// Fix All for pins: collects the changes of all diagnostics in the scope and makes them together. The ready-made providers work
/// through the documents the diagnostics stand in, and some literals stand in others.
/// </summary>
internal sealed class PinFixAllProvider : FixAllProvider
{
    public static readonly PinFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var cancellation = fixAllContext.CancellationToken;
        var edits = new List<PinEdit>();
        foreach (var diagnostic in await FixAllDiagnostics.InAsync(fixAllContext).ConfigureAwait(false))
        {
            if (PinEdit.For(diagnostic, cancellation) is { } edit)
                edits.Add(edit);
        }

        if (edits.Count == 0)
            return null;

        return CodeAction.Create(
            ((PinFixer)fixAllContext.CodeFixProvider).FixAllTitle,
            cancellation => PinEdits.ApplyAsync(fixAllContext.Solution, edits, cancellation),
            equivalenceKey: fixAllContext.CodeActionEquivalenceKey);
    }
}
