using System.Buffers;
using System.Globalization;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Trees;

/// <summary>
/// LightGBM's text (src/boosting/gbdt_model_text.cpp, src/io/tree.cpp): lines of name=value, trees among them. Children are
/// nodes of their tree, or leaves as ~n; the predictor follows them without a look.
/// </summary>
internal sealed class LightGbmScanner : IFormatScanner
{
    private const int MaxJudged = 1 << 16;

    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789+-.eE infaNIFA");

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.LightGbm];

    public void Scan(ByteSource source, ScanContext context)
    {
        var leaves = 0L;
        var hasEnd = false;
        foreach (var (line, at) in TextLines.Of(source))
        {
            hasEnd |= line == "end of trees";
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? "" : line[..equals];
            switch (name)
            {
                case "Tree":
                    leaves = 0;
                    break;
                case "num_leaves":
                    leaves = long.TryParse(line[(equals + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
                    if (leaves < 1)
                        Lie(context, "has no leaves", at);
                    break;
                case "left_child" or "right_child":
                    Children(line[(equals + 1)..], leaves, context, at);
                    break;
                case "threshold" or "leaf_value" or "split_gain" or "leaf_weight" or "leaf_count" or "internal_value" or "internal_weight" or "internal_count" or "split_feature" or "decision_type":
                    Numbers(line[(equals + 1)..], name, context, at);
                    break;
                default:
                    if (line.Length <= MaxJudged)
                        MetadataText.Judge(name, line, context, at);
                    break;
            }
        }

        if (!hasEnd)
            context.Unscannable("ends before its trees do: it is cut off; get it anew", source.Length);
    }

    private static void Children(string values, long leaves, ScanContext context, long at)
    {
        var count = 0L;
        foreach (var part in values.AsSpan().Split(' '))
        {
            var text = values.AsSpan(part);
            if (text.IsEmpty)
                continue;

            count++;
            if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var child) || child >= leaves - 1 || child < -leaves)
            {
                Lie(context, $"has a child '{Printable.Of(text.ToString(), 40)}' that is none of its {leaves} leaves and their nodes", at);
                return;
            }
        }

        if (count != leaves - 1 && leaves > 1)
            Lie(context, $"has {count} children where {leaves} leaves need {leaves - 1}", at);
    }

    private static void Numbers(string values, string name, ScanContext context, long at)
    {
        if (values.AsSpan().ContainsAnyExcept(NumberLetters))
            Lie(context, $"has '{name}' that are no numbers", at);
    }

    private static void Lie(ScanContext context, string message, long at) =>
        context.Report(Rules.ModelLie, $"has a tree that {message}: predictors step out of the tree; do not use it", at);
}
