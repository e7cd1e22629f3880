namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>Filters before LZMA by their number in xz; 7z's BCJ and Delta are the same.</summary>
internal static class LzFilters
{
    private const int Delta = 3;
    private const int X86 = 4;

    /// <summary>What undoes a filter; null when it is not read here.</summary>
    public static Func<Unpacker, Unpacker>? Find(long filter, byte[] properties) => filter switch
    {
        Delta when properties.Length == 1 => inner => new DeltaUnpacker(inner, properties[0] + 1),
        X86 when properties.Length == 0 => static inner => new BranchUnpacker(inner),
        _ => null,
    };
}
