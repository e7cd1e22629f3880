using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Tar;

/// <summary>Tells the formats that are tar archives apart by their entries.</summary>
internal sealed class TarProbe : IFormatProbe
{
    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.Tar, ModelFormats.NeMo];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        var names = TarDirectory.ReadNames(file).Select(static name => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name).ToHashSet(StringComparer.Ordinal);
        if (names.Contains("model_config.yaml"))
            return ModelFormats.NeMo;

        // torch.save before 0.2
        return names.Contains("pickle") && names.Contains("storages") && names.Contains("tensors") ? ModelFormats.PyTorchLegacy : ModelFormats.Tar;
    }
}
