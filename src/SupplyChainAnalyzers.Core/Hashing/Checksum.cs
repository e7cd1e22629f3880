namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// FNV-1a, 64 bits: names the cache's files and shows a torn one. Against accidents only; whoever could forge the cache could
/// forge any checksum in it, and a cryptographic one would load the system's library in builds that need it for nothing else.
/// </summary>
internal static class Checksum
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(byte[] bytes) => Of(bytes, bytes.Length);

    public static ulong Of(byte[] bytes, int length)
    {
        var sum = Basis;
        for (var i = 0; i < length; i++)
            sum = unchecked((sum ^ bytes[i]) * Prime);
        return sum;
    }
}
