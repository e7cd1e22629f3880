using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>What lies side by side once an archive is unpacked.</summary>
internal static class ZipNeighbours
{
    private const int MaxNames = 10_000;

    /// <summary>Names at the root, folders with a slash.</summary>
    public static Neighbours Of(IEnumerable<string> members) => new([.. members
        .Select(static name => name.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? name[..(slash + 1)] : name)
        .Where(static name => name.Length > 0)
        .Distinct(StringComparer.Ordinal)
        .Take(MaxNames)]);
}
