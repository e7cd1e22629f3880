namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>Addresses that never leave the machine.</summary>
public static class Loopback
{
    /// <summary>Whether <paramref name="text"/> is an http(s) address of this machine.</summary>
    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.IsLoopback;
}
