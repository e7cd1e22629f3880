namespace SupplyChainAnalyzers.Analyzers.Addresses;

/// <summary>Addresses that never leave the machine.</summary>
internal static class Loopback
{
    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.IsLoopback;
}
