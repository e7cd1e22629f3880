using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SupplyChainAnalyzers.CodeFixes;

/// <summary>What a Fix All has to mend, for the providers that change more than the documents the diagnostics stand in.</summary>
internal static class FixAllDiagnostics
{
    /// <summary>All diagnostics in the scope, in C#.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> InAsync(FixAllContext context)
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
