using SupplyChainAnalyzers.Scanner.Formats.Hdf5;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Arrays;

/// <summary>Every dataset of numbers in an HDF5 file, by its path. Keras writes layers that way.</summary>
internal static class Hdf5Tensors
{
    private const int MaxObjects = 1_000_000;
    private static readonly string[] Bookkeeping = ["layer_names", "weight_names", "backend", "keras_version"];

    public static void Read(ByteSource file, TensorFile into)
    {
        var superblock = Hdf5Superblock.Read(file);
        var volume = superblock.Volume;
        var seen = new HashSet<long> { superblock.Root };
        var open = new Queue<(long Place, string Path)>([(superblock.Root, "")]);
        while (open.TryDequeue(out var next))
        {
            var header = Hdf5Header.Read(volume, next.Place);
            Attributes(header, next.Path, into);
            Dataset(volume, header, next.Path, into);
            foreach (var link in Hdf5Group.Links(header))
            {
                var path = next.Path.Length == 0 ? link.Name : next.Path + "/" + link.Name;
                if (link.Kind is Hdf5LinkKind.External or Hdf5LinkKind.UserDefined)
                    into.Leave(path, "a link out of the file");
                else if (link.Header is { } place && seen.Add(place))
                    open.Enqueue((place, path.Length > 2000 ? throw new ConversionException("has groups within groups, too deep") : path));
                if (seen.Count > MaxObjects)
                    throw new ConversionException($"has more than {MaxObjects} objects");
            }
        }
    }

    // What says how the model is built is lost in a file of tensors, so it is told; lists of names are not.
    private static void Attributes(Hdf5Header header, string path, TensorFile into)
    {
        foreach (var attribute in Hdf5Attributes.Of(header))
        {
            if (attribute.Name.EndsWith("_config", StringComparison.Ordinal) && !Bookkeeping.Contains(attribute.Name))
                into.Leave($"{path}/@{attribute.Name}", "a configuration");
        }
    }

    private static void Dataset(Hdf5Volume volume, Hdf5Header header, string path, TensorFile into)
    {
        if (header.Find(Hdf5MessageType.ExternalFiles) is not null)
        {
            into.Leave(path, "data in another file");
            return;
        }

        if (Hdf5Dataset.Read(volume, header) is not { } dataset)
            return;

        if (dataset.Layout.Kind == Hdf5LayoutKind.Virtual)
            into.Leave(path, "put together from other files");
        else if (Type(dataset.Type) is not { } type)
            into.Leave(path, "no numbers that safetensors knows");
        else if (dataset.Filters.FirstOrDefault(static filter => !filter.IsOpened) is { } filter)
            throw new ConversionException($"has data that went through filter {filter.Id}, which is not opened here");
        else
            into.Add(new SourceTensor(path, type, [.. dataset.Space.Sizes.Select(static size => checked((long)size))], sink => Read(dataset, type, path, sink)));
    }

    private static void Read(Hdf5Dataset dataset, TensorType type, string path, TensorSink sink)
    {
        var turns = IsBigEndian(dataset.Type);
        var isWhole = Hdf5Elements.Read(dataset, (offset, bytes) =>
        {
            if (!turns)
            {
                sink(offset, bytes);
                return;
            }

            var turned = bytes.ToArray();
            TensorBytes.Turn(turned, type.Part);
            sink(offset, turned);
        });
        if (!isWhole && dataset.Fill.AsSpan().IndexOfAnyExcept((byte)0) >= 0)
            throw new ConversionException($"has a dataset '{Core.Text.Printable.Path(path, 80)}' of which parts were never written and count as a number other than zero; write it anew");
    }

    private static bool IsBigEndian(Hdf5Type type) => type.Class switch
    {
        Hdf5TypeClass.Enumeration => type.Element!.IsBigEndian,
        Hdf5TypeClass.Compound => type.Fields[0].Type.IsBigEndian,
        _ => type.IsBigEndian,
    };

    private static TensorType? Type(Hdf5Type type) => type.Class switch
    {
        Hdf5TypeClass.Float => (type.Size, type.Bits) switch
        {
            (8, (11, 52)) => TensorType.OfTorch("float64"),
            (4, (8, 23)) => TensorType.OfTorch("float32"),
            (2, (5, 10)) => TensorType.OfTorch("float16"),
            (2, (8, 7)) => TensorType.OfTorch("bfloat16"),
            _ => null,
        },
        Hdf5TypeClass.Integer => TensorType.OfNumPy((type.IsSigned ? "i" : "u") + type.Size),
        // numpy's bool is an enumeration of FALSE and TRUE over one byte (h5py), others are what their numbers are.
        Hdf5TypeClass.Enumeration when type.Element is { Class: Hdf5TypeClass.Integer } number => number.Size == 1 && number.IsSigned ? TensorType.OfTorch("bool") : Type(number),
        Hdf5TypeClass.Compound when type.Size == 8 && type.Fields is [{ Name: "r", Offset: 0, Type: var real }, { Name: "i", Offset: 4 }] && Type(real)?.Name == "F32" => TensorType.OfTorch("complex64"),
        _ => null,
    };
}
