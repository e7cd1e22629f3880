using Microsoft.CodeAnalysis;
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
        foreach (var diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
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

    /// <summary>All diagnostics in the scope, in C#.</summary>
    internal static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var diagnostics = new List<Diagnostic>();
                foreach (var project in context.Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp))
                    diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));

                return diagnostics;
            default:
                return [];
        }
    }
}
