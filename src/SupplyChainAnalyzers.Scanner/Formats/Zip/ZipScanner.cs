using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Formats.TorchScript;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// Archives whose members are judged one by one. A torch archive's storages are numbers that nothing interprets: only what
/// they begin with is looked at, so that a model of many gigabytes costs what its other members do.
/// </summary>
internal sealed class ZipScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } =
        [ModelFormats.Zip, ModelFormats.PyTorch, ModelFormats.TorchScript, ModelFormats.Mar, ModelFormats.NumPyZip];

    public void Scan(ByteSource source, ScanContext context)
    {
        var entries = ZipReading.All(source).SelectMany(static reading => reading.Entries).ToList();
        var names = entries.ConvertAll(static entry => entry.Name);
        var torch = new TorchLayout(names);
        var neighbours = ZipNeighbours.Of(names);
        ZipInspector.Inspect(source, context, member =>
        {
            if (member.IsPlain && torch.IsStorage(member.Name))
                EmbeddedFile.Scan(member.Content, member.Name, context, neighbours);
            else if (member.IsPlain && torch.IsCode(member.Name))
                TorchScriptCode.ScanMember(member.Content, member.Name, context, neighbours);
            else if (!(member.IsPlain && torch.IsMark(member)))
                context.Nested(member.Content, member.Name, neighbours);

            if (member.Name.EndsWith("/data.pkl", StringComparison.Ordinal))
                TorchStorageSizes.Check(member, entries, context);
        });
    }
}
