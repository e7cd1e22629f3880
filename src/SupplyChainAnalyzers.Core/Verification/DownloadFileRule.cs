using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification.Downloads;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>
/// SCA1062: a build step downloads a model and nothing says which bytes it must be. A download is fine when its URL holds
/// a full commit or a digest, when the build verifies a hash, or when the lock declares the file or its address.
/// </summary>
public static class DownloadFileRule
{
    /// <summary>Null when <paramref name="call"/> is no model download, or one that is pinned or covered.</summary>
    /// <param name="call">The download.</param>
    /// <param name="models">The lock in force; null when there is none.</param>
    /// <param name="lockFolder">Absolute folder of the lock; null leaves destinations out.</param>
    public static Finding? Check(DownloadFileCall call, ModelsLock? models, string? lockFolder)
    {
        var url = ModelUrl.Parse(call.Url);
        if (call.HasHash || url is null || url.IsPinned || !(url.IsHub ? url.File is not null : ModelFileName.IsModel(url.FileName)))
            return null;

        if (models is not null && LockCoverage.Covers(models, lockFolder, url, call.Destination))
            return null;

        return new Finding(Rules.DownloadFileWithoutPin, Message(url)) { File = call.File, Region = call.Region };
    }

    private static string Message(ModelUrl url)
    {
        // The query can hold a token: it is never shown.
        var shown = Printable.Of(url.Uri.GetLeftPart(UriPartial.Path));
        if (url.IsReleaseAsset)
            return $"'{shown}' is a release asset, which can be replaced, and models.lock does not declare it; declare the downloaded file, run: models lock";

        return url.Revision is null
            ? $"'{shown}' is downloaded without a hash, and models.lock does not declare it; declare the downloaded file, run: models lock"
            : $"'{shown}' is downloaded at '{Printable.Of(url.Revision)}', which can move; put the full 40-digit commit in its place, or declare the downloaded file, run: models lock";
    }
}
