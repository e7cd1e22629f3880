using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.CodeFixes.Declarations;

/// <summary>Removes an entry of models.lock that nothing names, or an exemption of models.policy.json that covers nothing any more.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(RemoveEntryFixer),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".lock", ".json"])]
[Shared]
public sealed class RemoveEntryFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.LockEntryUnused.Id, Rules.ExemptionExpired.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => RemoveEntryFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (EntryRemoval.PathAt(text, diagnostic) is not { } path)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Remove '{Printable.Of(path[path.Count - 1])}'",
                    _ => Task.FromResult(EntryRemoval.Apply(document.Project.Solution, document.Id, text, [path])),
                    // The same for every entry, or Fix All would remove only those of one name.
                    equivalenceKey: diagnostic.Id + ".Remove"),
                diagnostic);
        }
    }
}
