using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Tests.Unpacking;

/// <summary>CRC-32 for headers that a test changes.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes) => Crc32.Append(0, bytes);
}
