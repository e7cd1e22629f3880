using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Declarations;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.CodeFixes.Declarations;

/// <summary>Takes members out of a JSON document of the project, and nothing else: what people wrote around them stays.</summary>
internal static class EntryRemoval
{
    /// <summary>Which member a diagnostic speaks of; null when its text has changed since.</summary>
    public static IReadOnlyList<string>? PathAt(SourceText text, Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan().StartLinePosition;
        return Parse(text) is { } root ? JsonRemoval.PathAt(root, place.Line + 1, place.Character + 1) : null;
    }

    public static Solution Apply(Solution solution, DocumentId document, SourceText text, IEnumerable<IReadOnlyList<string>> paths)
    {
        // One by one: what belongs to a member depends on which of its neighbours are left.
        foreach (var path in paths)
        {
            if (Parse(text) is { } root && JsonRemoval.Of(root, path) is { } cut)
            {
                var span = TextSpan.FromBounds(TextPlace.Position(text, cut.Line, cut.Column), TextPlace.Position(text, cut.EndLine, cut.EndColumn));
                text = text.WithChanges(new TextChange(span, ""));
            }
        }

        return solution.WithAdditionalDocumentText(document, text);
    }

    private static JsonNode? Parse(SourceText text) => JsonReader.Parse(text.ToString(), JsonLimits.Default).Root;
}
