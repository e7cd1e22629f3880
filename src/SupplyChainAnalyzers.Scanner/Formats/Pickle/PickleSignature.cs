namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>How a pickle of protocol 2 to 5 begins, and how that reads in base64 and hexadecimal. A few bytes: a sign, no proof.</summary>
internal static class PickleSignature
{
    /// <summary>Shorter constants hold no call.</summary>
    public const int Shortest = 16;

    /// <summary>Bytes to be looked at.</summary>
    public const int Length = 4;

    /// <summary>80, then the protocol.</summary>
    public static bool IsRaw(ReadOnlySpan<byte> start) => start.Length >= 2 && start[0] == PickleOpcodes.Proto && start[1] is >= 2 and <= 5;

    /// <summary>
    /// <c>gAI</c> to <c>gAX</c>: the first twelve bits are 80 0, the next six hold the protocol. <c>8002</c> to <c>8005</c>.
    /// </summary>
    public static bool IsEncoded(ReadOnlySpan<byte> start) => start.Length >= Length
        && (start is [(byte)'g', (byte)'A', >= (byte)'I' and <= (byte)'X', ..] || start is [(byte)'8', (byte)'0', (byte)'0', >= (byte)'2' and <= (byte)'5', ..]);
}
