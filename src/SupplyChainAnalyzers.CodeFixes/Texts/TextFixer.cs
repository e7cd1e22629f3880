using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.CodeFixes.Texts;

/// <summary>Writes another text in the place that a rule reports inside a literal. The rule says what; nothing else is asked.</summary>
public abstract class TextFixer : CodeFixProvider
{
    private protected TextFixer()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            // A literal elsewhere is another document's.
            var place = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
            if (!diagnostic.Properties.TryGetValue(NewText.Property, out var text) || !NewText.IsPlain(text!) || place.SourceTree != diagnostic.Location.SourceTree)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Write '{Printable.Of(text)}'",
                    cancellation => ApplyAsync(context.Document, place.SourceSpan, text!, cancellation),
                    // The same for every text, or Fix All would fix only those of one.
                    equivalenceKey: diagnostic.Id + ".NewText"),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> ApplyAsync(Document document, TextSpan place, string text, CancellationToken cancellation)
    {
        var source = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(source.WithChanges(new TextChange(place, text)));
    }
}
