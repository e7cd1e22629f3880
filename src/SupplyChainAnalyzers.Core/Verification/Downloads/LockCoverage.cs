using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Verification.Downloads;

/// <summary>Whether a lock says which bytes a download must be.</summary>
public static class LockCoverage
{
    /// <summary>By where it comes from.</summary>
    public static bool Covers(ModelsLock models, string address) => ModelUrl.Parse(address) is { } url && models.Models.Values.Any(model => IsSource(model, url));

    /// <summary>By the file it writes, or by where it comes from.</summary>
    internal static bool Covers(ModelsLock models, string? lockFolder, ModelUrl url, string? destination)
    {
        foreach (var model in models.Models.Values)
        {
            if (IsSource(model, url) || (lockFolder is not null && destination is not null && IsDestination(model, lockFolder, destination)))
                return true;
        }

        return false;
    }

    private static bool IsSource(ModelEntry model, ModelUrl url) => model.Source switch
    {
        { Type: SourceType.Url, Url: { } address } =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.GetLeftPart(UriPartial.Path).Equals(url.Uri.GetLeftPart(UriPartial.Path), StringComparison.Ordinal),
        { Type: SourceType.GitHub } source =>
            url.IsReleaseAsset && SameRepo(source.Repo, url.Repo) && string.Equals(source.Asset, url.File, StringComparison.Ordinal),
        { Type: SourceType.HuggingFace } source =>
            url.IsHub && SameRepo(source.Repo, url.Repo) && string.Equals(source.Revision, url.Revision, StringComparison.Ordinal)
            && url.File is not null && model.Files.ContainsKey(url.File),
        _ => false,
    };

    private static bool IsDestination(ModelEntry model, string lockFolder, string destination)
    {
        foreach (var file in model.Files.Values)
        {
            if (file.Sha256 is not null && DeclaredPath.Same(DeclaredPath.Of(lockFolder, model.Path, file.Path), destination))
                return true;
        }

        return false;
    }

    // Both hubs ignore case in names.
    private static bool SameRepo(string? left, string? right) =>
        left is not null && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
