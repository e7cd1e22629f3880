using System.Numerics;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>How wide the format makes a field that must hold numbers up to a limit.</summary>
internal static class EncodedSize
{
    /// <summary>Bytes for numbers up to and with <paramref name="limit"/>.</summary>
    public static int Of(ulong limit) => (BitOperations.Log2(limit) / 8) + 1;
}
