namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>
/// Compares a model with what was signed. Names first: what is missing or too many is known before a byte is read. All
/// differences are told, not the first.
/// </summary>
internal sealed class OmsComparison(OmsManifest manifest, IModelContent model, OmsOptions options)
{
    // The reference leaves these out at the top of every model (hashing/file_set): hubs add them after signing.
    private static readonly string[] AlwaysIgnored = [".git", ".gitattributes", ".github", ".gitignore"];

    /// <summary>Top-level paths that a hub adds, and that no signature covers.</summary>
    public static IReadOnlyList<string> HubPaths => AlwaysIgnored;

    private readonly List<OmsDifference> _differences = [];

    /// <summary>Files that nothing vouches for: ignored by the signer, the verifier or the format.</summary>
    public List<string> Unverified { get; } = [];

    /// <summary>Every difference, ordered by path.</summary>
    public IReadOnlyList<OmsDifference> Run()
    {
        var signed = Signed();
        var items = new Dictionary<string, ModelItem>(StringComparer.Ordinal);
        foreach (var item in model.Items)
        {
            if (item.Path == options.OwnPath && !signed.ContainsKey(item.Path))
                continue;

            if (IsIgnored(item.Path) && !signed.ContainsKey(item.Path))
                Unverified.Add(item.Path);
            else if (item.Kind == ModelItemKind.File || (item.Kind == ModelItemKind.Link && options.AllowLinks && manifest.AllowsLinks))
                items.Add(item.Path, item);
            else
                Add(item.Kind == ModelItemKind.Link ? OmsDifferenceKind.Link : OmsDifferenceKind.Unreadable, item.Path);
        }

        foreach (var (path, parts) in signed)
            Compare(path, parts, items);

        foreach (var (path, item) in items)
        {
            // Of an empty file there is no part to sign.
            if (signed.ContainsKey(path) || (manifest.ShardSize is not null && item.Size == 0))
                continue;

            if (options.IgnoreUnsignedFiles)
                Unverified.Add(path);
            else
                Add(OmsDifferenceKind.Extra, path);
        }

        _differences.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return _differences;
    }

    // A model of one file is listed as ".", or by its name.
    private Dictionary<string, List<OmsResource>> Signed()
    {
        var signed = new Dictionary<string, List<OmsResource>>(StringComparer.Ordinal);
        var only = OnlyFile();
        foreach (var resource in manifest.Resources)
        {
            var path = only is not null && (resource.Path == OmsPaths.Model || only.EndsWith("/" + resource.Path, StringComparison.Ordinal)) ? only : resource.Path;
            if (!signed.TryGetValue(path, out var parts))
                signed.Add(path, parts = []);
            parts.Add(resource);
        }

        return signed;
    }

    // Null unless model and statement have one file each; in a lock it may lie deeper in the folder, where the signer knew its name only.
    private string? OnlyFile() =>
        model.IsSingleFile && manifest.Resources.Select(static resource => resource.Path).Distinct().Count() == 1
        && model.Items.Where(item => item.Path != options.OwnPath && !IsIgnored(item.Path)).ToArray() is [var only]
            ? only.Path
            : null;

    private void Compare(string path, List<OmsResource> parts, Dictionary<string, ModelItem> items)
    {
        if (!items.TryGetValue(path, out var item) && (item = model.Find(path)) is not { Kind: ModelItemKind.File })
        {
            if (!_differences.Exists(difference => difference.Path == path))
                Add(OmsDifferenceKind.Missing, path);
            return;
        }

        try
        {
            if (!Tiles(parts, item.Size) || !parts.TrueForAll(part => model.Digest(path, manifest.Hash, part.Start, part.End).AsSpan().SequenceEqual(part.Digest)))
                Add(OmsDifferenceKind.Changed, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Add(OmsDifferenceKind.Unreadable, path);
        }
    }

    // Parts follow each other without gap from the first byte to the last, all but the last of one size.
    private bool Tiles(List<OmsResource> parts, long size)
    {
        if (manifest.ShardSize is not { } shard)
            return true;

        parts.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        long at = 0;
        foreach (var part in parts)
        {
            if (part.Start != at || part.End is not { } end || end - at > shard || (end - at < shard && end != size))
                return false;

            at = end;
        }

        return at == size;
    }

    private bool IsIgnored(string path) =>
        OmsPaths.IsWithin(path, AlwaysIgnored) || OmsPaths.IsWithin(path, manifest.IgnoredPaths) || OmsPaths.IsWithin(path, options.IgnoredPaths);

    private void Add(OmsDifferenceKind kind, string path) => _differences.Add(new OmsDifference(kind, path));
}
