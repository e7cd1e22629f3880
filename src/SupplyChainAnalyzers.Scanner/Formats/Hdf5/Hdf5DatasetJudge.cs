using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// Judges a dataset: where its elements come from, what the library must load to read them, and, of texts and bytes, what they hold.
/// Numbers are weights and are not looked at.
/// </summary>
internal sealed class Hdf5DatasetJudge(Hdf5Volume volume, ScanContext context)
{
    private const int MaxGathered = 32 << 20; // of a dataset in chunks; in one piece it is read where it lies

    private readonly Hdf5ValueJudge _judge = new(context);

    public void Judge(Hdf5Header header, string path)
    {
        if (header.Find(Hdf5MessageType.ExternalFiles) is { } external)
        {
            foreach (var file in Hdf5ExternalFile.Names(external.Open()))
                Hdf5LinkJudge.Outside(context, file, $"keeps the data of '{Printable.Path(path, 60)}' in another file", external.Place);
            return;
        }

        if (Hdf5Dataset.Read(volume, header) is not { } dataset)
            return;

        if (dataset.Layout is { Kind: Hdf5LayoutKind.Virtual, Mapping: { } mapping })
        {
            foreach (var file in Hdf5VirtualMapping.Files(mapping))
                Hdf5LinkJudge.Outside(context, file, $"puts '{Printable.Path(path, 60)}' together from another file", mapping.Position);
            return;
        }

        foreach (var filter in dataset.Filters.Where(static filter => !filter.IsRegistered))
            context.Report(Rules.Hdf5PlugIn, $"has data in '{Printable.Path(path, 60)}' that only a native plug-in with number {filter.Id} ('{Printable.Of(filter.Name, 40)}') can read; do not open it", symbol: filter.Name);

        if (Hdf5Values.Fits(dataset.Type) && dataset.Type.Size > 0 && dataset.Size > 0)
            Values(dataset, path);
    }

    private void Values(Hdf5Dataset dataset, string path)
    {
        if (Gather(dataset, path) is not { } bytes)
            return;

        if (Hdf5Values.IsOne(dataset.Type))
        {
            var head = new byte[FormatSniffer.HeadLength];
            if (Hdf5ValueJudge.IsOpened(head[..bytes.Read(0, head)], bytes.Length))
                context.Nested(bytes, path);
            return;
        }

        // Elements are read out of what was gathered; what they refer to lies in the file.
        var inner = volume with { Source = bytes, Base = 0 };
        var values = new Hdf5Values(volume);
        for (long at = 0; at + dataset.Type.Size <= bytes.Length; at += dataset.Type.Size)
        {
            volume.Step();
            foreach (var value in values.Of(dataset.Type, inner.At(at, dataset.Type.Size, "an element")))
                _judge.Judge(value, path);
        }
    }

    private ByteSource? Gather(Hdf5Dataset dataset, string path)
    {
        if (dataset.Layout.Kind != Hdf5LayoutKind.Chunked)
            return dataset.Layout.Place is { } place ? new SliceSource(volume.Source, place, (long)Math.Min(dataset.Size, long.MaxValue), "a dataset") : null;

        if (dataset.Filters.FirstOrDefault(static filter => !filter.IsOpened) is { } closed)
        {
            context.Unscannable($"has texts or bytes in '{Printable.Path(path, 80)}' that went through filter {closed.Id}, which is not opened here; store them without it");
            return null;
        }

        if (dataset.Size > MaxGathered)
        {
            if (!Hdf5Values.IsOne(dataset.Type))
                context.Unscannable($"has {dataset.Size} bytes of texts in '{Printable.Path(path, 80)}', more than are read here");
            return null;
        }

        var bytes = new byte[dataset.Size];
        Hdf5Elements.Read(dataset, (offset, piece) => piece.CopyTo(bytes.AsSpan((int)offset)));
        context.Budget.TakeUnpacked(bytes.Length);
        return new MemorySource(bytes);
    }
}
