using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Graphs;

/// <summary>
/// Texts in a graph: documentation, metadata, attributes, constants. No loader runs them by itself; one that is a command or a program
/// was put there for a program that comes later.
/// </summary>
internal sealed class GraphTexts(ScanContext context)
{
    private const int MaxText = TextJudge.MaxLength; // bytes of one text that are looked at
    private const int MaxShown = 80;
    private const long MaxTotal = 96 << 20; // the largest vocabularies have some ten million bytes

    private long _read;
    private bool _isFull;

    /// <summary>Looks at the content of the current field.</summary>
    /// <param name="field">It.</param>
    /// <param name="where">What holds it, safe to show: "the description of the graph".</param>
    public void Check(ProtoReader field, string where)
    {
        if (Take(field.Length, field.Offset))
            Report(TextJudge.Find(field.Bytes(MaxText)), where, field.Offset);
    }

    /// <summary>
    /// As the other, for what exporters write about themselves: stack traces name files below home folders, which says nothing of the model.
    /// </summary>
    public void CheckNote(ProtoReader field, string where)
    {
        if (Take(field.Length, field.Offset) && TextJudge.Find(field.Bytes(MaxText)) is { } sign && (sign.IsSure || !sign.Excerpt.Contains('/', StringComparison.Ordinal)))
            Report(sign, where, field.Offset);
    }

    /// <summary>Looks at one text.</summary>
    public void Check(string text, string where, long offset)
    {
        if (Take(text.Length, offset))
            Report(TextJudge.Find(text), where, offset);
    }

    private bool Take(long length, long offset)
    {
        if (length < 6) // says nothing
            return false;
        if ((_read += Math.Min(length, MaxText)) <= MaxTotal)
            return true;
        if (!_isFull)
            context.Unscannable($"holds more than {MaxTotal >> 20} MiB of texts, and not all of them were looked at; ask its author what they are for", offset);

        _isFull = true;
        return false;
    }

    private void Report(TextSign? sign, string where, long offset)
    {
        if (sign is not null)
            context.Report(Rules.GraphText, $"holds in {where} a text which {sign.What}: '{Printable.Of(sign.Excerpt, MaxShown)}'; ask its author what it is for before you use it", offset, sign.Severity);
    }
}
