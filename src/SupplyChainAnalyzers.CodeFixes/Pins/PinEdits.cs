using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.CodeFixes.Pins;

/// <summary>Many pins, applied at once: the same as one after the other, whatever the order.</summary>
internal static class PinEdits
{
    /// <summary>
    /// The solution with all of <paramref name="edits"/>. Two uses of one literal ask for the same change, which is made once;
    /// of two that differ about the same text the first is made, and the other is found again afterwards.
    /// </summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<PinEdit> edits, CancellationToken cancellation)
    {
        foreach (var file in edits.GroupBy(static edit => edit.Tree))
        {
            if (DocumentOf(solution, file.Key) is not { } document)
                continue;

            var accepted = new List<TextChange>();
            foreach (var edit in file.OrderBy(static edit => edit.Changes[0].Span.Start))
            {
                if (!edit.Changes.Any(change => accepted.Exists(other => Collide(change.Span, other.Span))))
                    accepted.AddRange(edit.Changes);
            }

            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Id, text.WithChanges(accepted.OrderBy(static change => change.Span.Start)));
        }

        return solution;
    }

    /// <summary>The document of a tree; null for one that a generator made, which nobody can change.</summary>
    public static Document? DocumentOf(Solution solution, SyntaxTree tree) => solution.GetDocument(tree) is { } document and not SourceGeneratedDocument ? document : null;

    // Two insertions at one place collide too.
    private static bool Collide(TextSpan left, TextSpan right) => left.Start == right.Start || left.OverlapsWith(right);
}
