namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>
/// What the text of an address says about a file in a repository: which repository, which revision, and where in the text the
/// revision stands, so that a fix can change just that. The text may have holes. Layouts:
/// <code>
/// huggingface.co/[datasets/|spaces/]OWNER/NAME/resolve|raw/REVISION/FILE
/// modelscope.cn/models|datasets/OWNER/NAME/resolve/REVISION/FILE
/// modelscope.cn/api/v1/models|datasets/OWNER/NAME/repo?Revision=REVISION&amp;FilePath=FILE
/// github.com/OWNER/NAME/raw/REVISION/FILE · github.com/OWNER/NAME/blob/REVISION/FILE?raw=true
/// github.com/OWNER/NAME/releases/download/TAG/ASSET · github.com/OWNER/NAME/releases/latest/download/ASSET
/// raw.githubusercontent.com/OWNER/NAME/REVISION/FILE · media.githubusercontent.com/media/OWNER/NAME/REVISION/FILE
/// </code>
/// </summary>
public sealed class ModelAddress
{
    /// <summary>Stands in a text for what is not known. No path, address or name holds a NUL.</summary>
    public const char Hole = '\0';

    private static readonly Dictionary<string, (AddressKind Kind, int Skip)> Hosts = new(StringComparer.Ordinal)
    {
        ["huggingface.co"] = (AddressKind.HuggingFace, 0),
        ["www.huggingface.co"] = (AddressKind.HuggingFace, 0),
        ["hf.co"] = (AddressKind.HuggingFace, 0),
        ["hf-mirror.com"] = (AddressKind.HuggingFace, 0),
        ["modelscope.cn"] = (AddressKind.ModelScope, 1),
        ["www.modelscope.cn"] = (AddressKind.ModelScope, 1),
        ["github.com"] = (AddressKind.GitHub, 0),
        ["www.github.com"] = (AddressKind.GitHub, 0),
        ["raw.githubusercontent.com"] = (AddressKind.GitHub, 0),
        ["media.githubusercontent.com"] = (AddressKind.GitHub, 1),
    };

    private ModelAddress(AddressKind kind, string? repo, int repoStart, string reference, int start, int length, string file)
    {
        RepoStart = repoStart;
        Kind = kind;
        Repo = repo;
        Reference = reference;
        Start = start;
        Length = length;
        File = file;
    }

    /// <summary>Whose layout it is.</summary>
    public AddressKind Kind { get; }

    /// <summary>OWNER/NAME, with <c>datasets/</c> or <c>spaces/</c> before it where the address has that; null when it is not known.</summary>
    public string? Repo { get; }

    /// <summary>Where the repository stands in the text.</summary>
    public int RepoStart { get; }

    /// <summary>Branch, tag or commit, percent signs resolved.</summary>
    public string Reference { get; }

    /// <summary>Where the revision stands in the text.</summary>
    public int Start { get; }

    /// <summary>How many characters of the text it is.</summary>
    public int Length { get; }

    /// <summary>Path in the repository, empty for an address that files are put behind; holes are kept.</summary>
    public string File { get; }

    /// <summary>
    /// Whether a program loads the file. On a hub that is everything but what people read; elsewhere what is called like a model,
    /// and an archive that calls itself models.
    /// </summary>
    public bool IsArtefact => Kind switch
    {
        AddressKind.GitHub => ModelFileNames.IsModel(File),
        AddressKind.GitHubRelease or AddressKind.GitHubLatest => ModelFileNames.IsModel(File) || ModelFileNames.IsModelArchive(Repo + "/" + Reference + "/" + File),
        _ => !ModelFileNames.IsDocument(File),
    };

    /// <summary>Whether addresses of <paramref name="host"/> (in lower case) have one of the layouts.</summary>
    internal static bool HasLayout(string host) => Hosts.ContainsKey(host);

    /// <summary>Null when <paramref name="text"/> is not an address of one of the layouts, or its host or revision is not known.</summary>
    public static ModelAddress? Parse(string text) => WebAddress.Parse(text)?.Model;

    /// <summary>Null when <paramref name="address"/> has none of the layouts, or its revision is not known.</summary>
    internal static ModelAddress? Of(WebAddress address)
    {
        if (!Hosts.TryGetValue(address.Host, out var host))
            return null;

        var path = new AddressPath(address.Text, address.PathStart, address.PathEnd);
        var isRaw = address.Host.EndsWith("githubusercontent.com", StringComparison.Ordinal);
        var isRawQuery = address.Query.Contains("raw=true", StringComparison.OrdinalIgnoreCase);
        var first = host.Skip;
        if (host.Kind == AddressKind.HuggingFace && path.Is(0, "datasets", "spaces"))
            first = 1;

        if (host.Kind == AddressKind.GitHub && !isRaw && path.Is(2, "releases"))
            return Release(path);

        if (host.Kind == AddressKind.ModelScope && path.Is(0, "api") && path.Is(5, "repo"))
            return OfQuery(address, path);

        string[] verbs = host.Kind != AddressKind.GitHub ? ["resolve", "raw"] : isRawQuery ? ["raw", "blob"] : ["raw"];
        var reference = isRaw ? first + 2 : path.After(first, verbs);
        return reference < 0 || reference >= path.Count ? null : Read(host.Kind, path, isRaw ? reference : reference - 1, reference, host.Kind == AddressKind.HuggingFace ? 0 : first);
    }

    // api/v1/models/OWNER/NAME/repo?Revision=REVISION&FilePath=FILE
    private static ModelAddress? OfQuery(WebAddress address, AddressPath path)
    {
        var (start, length) = QueryValue(address, "Revision=");
        var name = start < 0 ? "" : address.Text.Substring(start, length);
        var (fileStart, fileLength) = QueryValue(address, "FilePath=");
        var repo = path.Text(3, 5);
        return name.Length == 0 || fileStart < 0 || name.IndexOfAny([Hole]) >= 0
            ? null
            : new ModelAddress(
                AddressKind.ModelScope, repo.IndexOfAny([Hole]) < 0 ? repo : null, path.Range(3, 5).Start, Uri.UnescapeDataString(name), start, length, address.Text.Substring(fileStart, fileLength));
    }

    private static (int Start, int Length) QueryValue(WebAddress address, string key)
    {
        var at = address.Text.IndexOf(key, address.PathEnd, StringComparison.OrdinalIgnoreCase);
        if (at <= 0 || address.Text[at - 1] is not ('?' or '&'))
            return (-1, 0);

        var start = at + key.Length;
        var end = address.Text.IndexOfAny(['&', '#'], start);
        return (start, (end < 0 ? address.Text.Length : end) - start);
    }

    // OWNER/NAME/releases/download/TAG/ASSET, OWNER/NAME/releases/latest/download/ASSET
    private static ModelAddress? Release(AddressPath path)
    {
        if (path.Is(3, "latest") && path.Is(4, "download") && path.Count > 5)
            return Read(AddressKind.GitHubLatest, path, 2, 3, 0, fileStart: 5);

        return path.Is(3, "download") && path.Count > 5 ? Read(AddressKind.GitHubRelease, path, 2, 4, 0) : null;
    }

    private static ModelAddress? Read(AddressKind kind, AddressPath path, int repoEnd, int reference, int repoStart, int fileStart = 0)
    {
        // A branch has its long name in some addresses: refs/heads/main.
        var count = path.Is(reference, "refs") && path.Count > reference + 2 ? 3 : 1;
        var (start, length) = path.Range(reference, reference + count);
        var name = path.Text(reference, reference + count);
        if (name.IndexOfAny([Hole]) >= 0)
            return null;

        var repo = path.Text(repoStart, repoEnd);
        var isRepo = repo.IndexOfAny([Hole]) < 0 && repo.IndexOf('/') > 0;
        var file = path.Text(Math.Max(fileStart, reference + count), path.Count);
        return new ModelAddress(kind, isRepo ? repo : null, path.Range(repoStart, repoEnd).Start, Uri.UnescapeDataString(name), start, length, file);
    }
}
