using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Cli;

/// <summary>Where this user's remembered digests lie.</summary>
internal static class HashCacheFolder
{
    /// <summary>Absolute; null where the user has no profile.</summary>
    public static string? Of(CommandHost host) => CacheLocation.Default(host.Variable);
}
