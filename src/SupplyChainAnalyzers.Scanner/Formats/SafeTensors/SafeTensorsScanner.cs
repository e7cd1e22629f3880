using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Tensors;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.SafeTensors;

/// <summary>
/// safetensors can't run anything by itself. What remains: a header that lies to native readers, bytes that belong to no
/// tensor, texts of the metadata that some tool acts on, and tensors that are none.
/// </summary>
internal sealed class SafeTensorsScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.SafeTensors];

    public void Scan(ByteSource source, ScanContext context)
    {
        var header = new SafeTensorsHeader(source, fault => Tell(fault, context));
        var data = source.Length - header.DataStart;
        var layout = new TensorLayout(source, header.DataStart, 1, Rules.SafeTensorsLie, Rules.SafeTensorsRefused);
        var usable = true;
        foreach (var tensor in header.Read((name, text, at) => MetadataText.Judge(name, text, context, at)))
        {
            usable &= tensor.Start >= 0;
            if (tensor.Start < 0)
                continue;

            layout.Add(new TensorSpan(tensor.Start, tensor.End, tensor.At));
            if (tensor.Start < data)
                TensorContent.Check(new SliceSource(source, header.DataStart + tensor.Start, Math.Min(tensor.End, data) - tensor.Start, "a tensor"), tensor.Name, context, header.DataStart + tensor.Start);
        }

        if (usable)
            layout.Check(context);
    }

    private static void Tell(SafeTensorFault fault, ScanContext context)
    {
        if (fault.Lie)
            context.Report(Rules.SafeTensorsLie, $"{fault.Message}: loaders that trust it read foreign memory; do not use it", fault.At);
        else
            context.Report(Rules.SafeTensorsRefused, $"{fault.Message}, which the format's own reader refuses; get the model from its publisher", fault.At);
    }
}
