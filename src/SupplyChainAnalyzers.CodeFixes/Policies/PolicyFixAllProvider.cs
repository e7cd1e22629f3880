using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SupplyChainAnalyzers.CodeFixes.Policies;

/// <summary>Fix All for additions to a policy: every source once. The ready-made providers leave additional documents alone.</summary>
internal sealed class PolicyFixAllProvider : FixAllProvider
{
    public static readonly PolicyFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        foreach (var diagnostic in await FixAllDiagnostics.InAsync(fixAllContext).ConfigureAwait(false))
        {
            if (solution.GetDocument(diagnostic.Location.SourceTree)?.Project is { } project && PolicyEntry.Of(project, diagnostic) is var (document, entry))
                solution = await AddAsync(solution, document.Id, entry, fixAllContext.CancellationToken).ConfigureAwait(false);
        }

        return solution == fixAllContext.Solution
            ? null
            : CodeAction.Create("Add to the policy", _ => Task.FromResult(solution), equivalenceKey: fixAllContext.CodeActionEquivalenceKey);
    }

    /// <summary>The solution with an entry more, unless the policy has it.</summary>
    internal static async Task<Solution> AddAsync(Solution solution, DocumentId id, string entry, CancellationToken cancellation)
    {
        var text = await solution.GetAdditionalDocument(id)!.GetTextAsync(cancellation).ConfigureAwait(false);
        return text.ToString().IndexOf(entry, StringComparison.Ordinal) < 0 && PolicyEntry.Add(text, entry) is { } changed
            ? solution.WithAdditionalDocumentText(id, changed)
            : solution;
    }
}
