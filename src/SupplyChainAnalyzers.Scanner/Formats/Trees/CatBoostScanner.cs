using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Tensors;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Trees;

/// <summary>
/// CatBoost (catboost/libs/model): <c>CBM1</c>, length (4), a flat buffer of trees and settings, then parts for categorical
/// features. Nothing in it is run; its texts are judged wherever they stand, its root is held against the length.
/// </summary>
internal sealed class CatBoostScanner : IFormatScanner
{
    private const int CoreAt = 8;
    private const int ShortestText = 12;
    private const int MaxText = 1 << 16;
    private const long MaxSearched = 64 << 20; // settings come before and between trees, not behind gigabytes of them

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.CatBoost];

    public void Scan(ByteSource source, ScanContext context)
    {
        long length = source.ReadUInt32(4, "its header");
        var root = source.ReadUInt32(CoreAt, "its trees");
        var core = new SliceSource(source, CoreAt, length, "its trees");
        if (root < 4 || root > core.Length - 4 || !HasTable(core, root))
            context.Unscannable("has no root in its flat buffer: its trees cannot be found; get the model from its publisher", CoreAt);

        foreach (var (text, at) in Texts(source))
            MetadataText.Judge("settings", text, context, at);

        if (source.Length > CoreAt + length)
            TensorContent.Check(new SliceSource(source, CoreAt + length, source.Length - CoreAt - length, "what follows"), "behind the trees", context, CoreAt + length);
    }

    // The table begins with the way back to its field list.
    private static bool HasTable(SliceSource core, uint root)
    {
        var fields = root - (long)(int)core.ReadUInt32(root, "its trees");
        return fields >= 0 && fields <= core.Length - 4 && (core.ReadUInt32(fields, "its trees") & 0xFFFF) is >= 4 and var size && fields <= core.Length - size;
    }

    private static IEnumerable<(string Text, long At)> Texts(ByteSource source)
    {
        var buffer = new byte[64 << 10];
        var text = new System.Text.StringBuilder();
        for (long at = 0; at < Math.Min(source.Length, MaxSearched);)
        {
            var count = source.Read(at, buffer);
            for (var i = 0; i < count; i++)
            {
                if (buffer[i] is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\t' && text.Length < MaxText)
                {
                    text.Append((char)buffer[i]);
                    continue;
                }

                if (text.Length >= ShortestText)
                    yield return (text.ToString(), at + i - text.Length);
                text.Clear();
            }

            at += count;
        }

        if (text.Length >= ShortestText)
            yield return (text.ToString(), Math.Min(source.Length, MaxSearched) - text.Length);
    }
}
