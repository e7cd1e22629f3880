using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking.HuggingFace;

/// <summary>
/// Reads what a download tool left: the folder names and links of a Hugging Face cache, or the metadata files of a
/// download into a plain folder. Every tag is compared with the bytes.
/// </summary>
internal static class EvidenceFinder
{
    /// <summary>Null when there is none, or when the files come from more than one revision.</summary>
    /// <param name="lockFolder">Absolute path; nothing above it is looked at.</param>
    /// <param name="snapshot">The place in a cache, when the model lies in one.</param>
    /// <param name="files">The model's files with their facts, relative to the lock's folder.</param>
    public static SourceEvidence? Find(string lockFolder, HubSnapshot? snapshot, IReadOnlyList<(FoundFile Found, ModelFile Facts)> files) =>
        snapshot is null ? OfMetadata(lockFolder, files) : OfSnapshot(snapshot, files);

    private static SourceEvidence OfSnapshot(HubSnapshot snapshot, IReadOnlyList<(FoundFile Found, ModelFile Facts)> files)
    {
        var contradiction = files.FirstOrDefault(static file => file.Found.HubTag is { } tag && Fits(tag, file) == false);
        return new SourceEvidence(snapshot.Repository, snapshot.Commit, HubReferences.Of(snapshot.CacheFolder, snapshot.Commit), contradiction.Found?.Path);
    }

    private static SourceEvidence? OfMetadata(string lockFolder, IReadOnlyList<(FoundFile Found, ModelFile Facts)> files)
    {
        SourceEvidence? evidence = null;
        foreach (var file in files)
        {
            if (Metadata(lockFolder, file.Found.Path) is not { } metadata)
                continue;

            if (evidence is not null && evidence.Commit != metadata.Commit)
                return null;

            evidence ??= new SourceEvidence(null, metadata.Commit, [], null);
            if (evidence.Contradiction is null && Fits(metadata.Tag, file) == false)
                evidence = evidence with { Contradiction = file.Found.Path };
        }

        return evidence;
    }

    // The download's root is the model's folder or one above it.
    private static DownloadMetadata? Metadata(string lockFolder, string path)
    {
        var root = path;
        do
        {
            root = RelativePath.Parent(root);
            var metadata = DownloadMetadata.PathOf(RelativePath.FullPath(lockFolder, root), RelativePath.From(root, path));
            if (DownloadMetadata.TryParse(SmallTextFile.TryRead(metadata)) is { } found)
                return found;
        }
        while (root != RelativePath.Self);

        return null;
    }

    private static bool? Fits(string tag, (FoundFile Found, ModelFile Facts) file) =>
        ContentTag.Fits(tag, file.Found.FullPath, file.Facts.Size ?? -1, file.Facts.Sha256 ?? "");
}
