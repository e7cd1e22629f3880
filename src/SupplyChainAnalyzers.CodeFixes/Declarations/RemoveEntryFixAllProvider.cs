using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SupplyChainAnalyzers.CodeFixes.Declarations;

/// <summary>
/// Fix All for additional documents, which the ready-made providers silently leave alone. Several projects may have the same file:
/// it is changed alike in each of them.
/// </summary>
internal sealed class RemoveEntryFixAllProvider : FixAllProvider
{
    public static readonly RemoveEntryFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project];
        var solution = fixAllContext.Solution;
        foreach (var project in projects.Where(static project => project.Language == LanguageNames.CSharp))
        {
            var diagnostics = await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var file in diagnostics.GroupBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal))
                solution = await RemoveAsync(solution, project, file, fixAllContext.CancellationToken).ConfigureAwait(false);
        }

        return solution == fixAllContext.Solution
            ? null
            : CodeAction.Create("Remove entries", _ => Task.FromResult(solution), equivalenceKey: fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<Solution> RemoveAsync(Solution solution, Project project, IGrouping<string, Diagnostic> file, CancellationToken cancellation)
    {
        if (project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == file.Key) is not { } document)
            return solution;

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var paths = file.Select(diagnostic => EntryRemoval.PathAt(text, diagnostic)).OfType<IReadOnlyList<string>>().ToList();
        return paths.Count == 0 ? solution : EntryRemoval.Apply(solution, document.Id, text, paths);
    }
}
