using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Flax;

/// <summary>
/// Flax and JAX weights: one msgpack value (msgpack spec.md), arrays as extensions (flax/serialization.py). It can run nothing
/// with Flax's own reader; other readers give extensions of other types to code of their own.
/// </summary>
internal sealed class FlaxScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Flax];

    public void Scan(ByteSource source, ScanContext context)
    {
        var reader = new MessagePackReader(source, context);
        reader.Value("");
        if (reader.Position < source.Length)
            context.Report(Rules.TrailingData, $"has {source.Length - reader.Position} bytes behind its value; get the model from its publisher", reader.Position);
    }
}
