namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// What a virtual dataset is put together from (III.E, "global heap block for virtual datasets"): version, entries, then for each: source file,
/// source dataset, selection there, selection here. A file named "." is this one.
/// </summary>
internal static class Hdf5VirtualMapping
{
    private const int MaxEntries = 65_536;

    /// <summary>The files it reads, each once.</summary>
    public static IReadOnlyCollection<string> Files(Hdf5Cursor reference)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        if (new GlobalHeap(reference.Volume).Follow(reference) is not { } block)
            return files;

        var version = block.U8();
        var count = block.Length();
        if (version > 1 || count > MaxEntries)
            throw block.Damaged("maps a dataset in an unknown way");

        var names = new List<string>();
        for (ulong i = 0; i < count; i++)
        {
            reference.Volume.Step();
            var name = Name(block, version, names);
            if (name != ".")
                files.Add(name);
            Selection(block);
            Selection(block);
        }

        return files;
    }

    // Version 1 (HDF5 2.0) puts flags first: bit 0 and 1 say that a name was used before or is this file's.
    private static string Name(Hdf5Cursor block, int version, List<string> names)
    {
        var flags = version == 1 ? block.U8() : 0;
        var file = (flags & 4) != 0 ? "." : (flags & 1) != 0 ? Earlier(block, names) : block.Terminated();
        names.Add(file);
        if ((flags & 2) != 0)
            block.Length();
        else
            block.Terminated();

        return file;
    }

    private static string Earlier(Hdf5Cursor block, List<string> names) =>
        block.Length() is var index && index < (ulong)names.Count ? names[(int)index] : throw block.Damaged("repeats a name that was not there");

    // Kind 4 (0 none, 1 points, 2 blocks, 3 all), version 4, then by both (IV.A, "Dataspace Selection").
    private static void Selection(Hdf5Cursor block)
    {
        var (kind, version) = (block.U32(), block.U32());
        switch (kind, version)
        {
            case (0 or 3, _):
                block.Skip(8);
                break;
            case (1 or 2, 1):
                block.Skip(4);
                block.Skip(block.U32());
                break;
            case (2, 2):
                block.Skip(1);
                block.Skip(block.U32());
                break;
            case (1, 2):
                var width = block.U8();
                var rank = block.U32();
                Skip(block, block.UInt(width), rank * (ulong)width);
                break;
            case (2, 3):
                Blocks(block);
                break;
            default:
                throw block.Damaged("selects elements in an unknown way");
        }
    }

    private static void Blocks(Hdf5Cursor block)
    {
        var isRegular = (block.U8() & 1) != 0;
        var width = block.U8();
        var rank = block.U32();
        if (isRegular)
            Skip(block, 4, rank * (ulong)width);
        else
            Skip(block, block.UInt(width), 2ul * rank * width);
    }

    private static void Skip(Hdf5Cursor block, ulong count, ulong size)
    {
        if (size != 0 && count > (ulong)block.Left / size)
            throw block.Damaged("selects more than it holds");

        block.Skip((long)(count * size));
    }
}
