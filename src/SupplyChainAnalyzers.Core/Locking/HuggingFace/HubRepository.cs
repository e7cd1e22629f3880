using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Manifest.Reading;

namespace SupplyChainAnalyzers.Core.Locking.HuggingFace;

/// <summary>Names of repositories in a Hugging Face cache.</summary>
internal static class HubRepository
{
    private const string CachePrefix = "models--";

    /// <summary>Reads a cache folder's name, <c>models--owner--name</c>; null when it is none.</summary>
    public static string? OfCacheFolder(string folderName)
    {
        if (!folderName.StartsWith(CachePrefix, StringComparison.Ordinal))
            return null;

        var repository = folderName.Substring(CachePrefix.Length).Replace("--", "/");
        return Locators.IsRepository(SourceType.HuggingFace, repository) ? repository : null;
    }
}
