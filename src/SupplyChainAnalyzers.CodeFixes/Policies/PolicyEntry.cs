using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Declarations;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.CodeFixes.Policies;

/// <summary>Adds an entry to <c>sources.allow</c> of a policy, and leaves the rest of its text alone.</summary>
internal static class PolicyEntry
{
    /// <summary>The policy that a diagnostic speaks of and what to add; null when it is no file of the project.</summary>
    public static (TextDocument Document, string Entry)? Of(Project project, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(PolicyProperties.File, out var path)
        && diagnostic.Properties.TryGetValue(PolicyProperties.Entry, out var entry)
        && project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == path) is { } document
            ? (document, entry!)
            : null;

    /// <summary>Null when the text is no policy that has sources.</summary>
    public static SourceText? Add(SourceText text, string entry)
    {
        if (JsonReader.Parse(text.ToString(), JsonLimits.Default).Root?.Find("sources") is not { Members.Count: > 0 } sources)
            return null;

        if (sources.Find("allow") is not { } allow)
            return Insert(text, sources.Members[sources.Members.Count - 1].Value.Region, $", \"allow\": [{entry}]");

        if (allow.Items.Count == 0)
            return text.WithChanges(new TextChange(new TextSpan(TextPlace.Position(text, allow.Region.Line, allow.Region.Column) + 1, 0), entry));

        // An entry a line stays an entry a line.
        var last = allow.Items[allow.Items.Count - 1].Region;
        var line = text.Lines[last.Line - 1];
        var newLine = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return Insert(text, last, allow.Region.Line == last.Line ? ", " + entry : $",{newLine}{new string(' ', last.Column - 1)}{entry}");
    }

    private static SourceText Insert(SourceText text, TextRegion behind, string what) =>
        text.WithChanges(new TextChange(new TextSpan(TextPlace.Position(text, behind.EndLine, behind.EndColumn), 0), what));
}
