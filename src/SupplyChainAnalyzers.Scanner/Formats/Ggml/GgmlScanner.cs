using System.Text;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Ggml;

/// <summary>
/// GGML before GGUF. Sizes are believed by its loaders without a check, so only a file whose layout is known and accounts
/// for every byte is clean.
/// </summary>
internal sealed class GgmlScanner : IFormatScanner
{
    private const int MagicLength = 4;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Ggml];

    public void Scan(ByteSource source, ScanContext context)
    {
        var magic = Encoding.ASCII.GetString(source.ReadBytes(0, MagicLength, "its header"));
        foreach (var layout in GgmlLayout.Of(magic))
        {
            var reader = new GgmlReader(source, layout, magic == "lmgg" ? MagicLength : MagicLength + 4);
            if (!reader.Fits())
                continue;

            reader.Check(context);
            return;
        }

        context.Unscannable("is a GGML file of no known layout, or one whose sizes do not add up: old loaders believe them and read foreign memory; use GGUF", 0);
    }
}
