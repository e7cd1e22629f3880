using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Verification.Downloads;

/// <summary>
/// What the text of a URL says about a model download: which repository, which revision, which file. Nothing is asked
/// of a server. Layouts: huggingface.co/[datasets|spaces/]OWNER/NAME/resolve/REVISION/FILE, github.com/OWNER/NAME/
/// releases/download/TAG/ASSET, github.com/OWNER/NAME/raw/REVISION/FILE, raw.githubusercontent.com/OWNER/NAME/REVISION/FILE.
/// </summary>
internal sealed class ModelUrl
{
    private const int CommitDigits = 40;
    private const int DigestDigits = 64;

    private static readonly string[] HubHosts = ["huggingface.co", "hf.co", "hf-mirror.com"];
    private static readonly string[] HubVerbs = ["resolve", "blob", "raw"];

    private ModelUrl(Uri uri, string fileName)
    {
        Uri = uri;
        FileName = fileName;
    }

    /// <summary>The address.</summary>
    public Uri Uri { get; }

    /// <summary>Last segment of the path, percent signs resolved.</summary>
    public string FileName { get; }

    /// <summary>Whether it is a Hugging Face hub, where every file belongs to a model or its data.</summary>
    public bool IsHub { get; private set; }

    /// <summary>OWNER/NAME, where the layout tells.</summary>
    public string? Repo { get; private set; }

    /// <summary>What stands where a revision belongs, where the layout has such a place.</summary>
    public string? Revision { get; private set; }

    /// <summary>Path inside the repository, where the layout tells.</summary>
    public string? File { get; private set; }

    /// <summary>Whether it is an asset of a GitHub release: a tag can be moved and an asset replaced.</summary>
    public bool IsReleaseAsset { get; private set; }

    /// <summary>Whether the URL can only ever name the same bytes: a full commit, or a SHA-256 in the path.</summary>
    public bool IsPinned { get; private set; }

    /// <summary>Null when <paramref name="text"/> is not an absolute http(s) address.</summary>
    public static ModelUrl? Parse(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;

        // Split first: an escaped slash belongs to the name of a branch (refs%2Fpr%2F1).
        var segments = uri.AbsolutePath.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < segments.Length; i++)
            segments[i] = Uri.UnescapeDataString(segments[i]);

        var url = new ModelUrl(uri, segments.Length == 0 ? "" : segments[segments.Length - 1]);
        if (IsHost(uri.Host, HubHosts))
            url.ReadHub(segments);
        else if (IsHost(uri.Host, ["github.com"]))
            url.ReadGitHub(segments);
        else if (IsHost(uri.Host, ["raw.githubusercontent.com"]) && segments.Length > 3)
            url.Set(segments, owner: 0, revision: 2);

        url.IsPinned = Hex.Is(url.Revision, CommitDigits) || segments.Any(IsDigest);
        return url;
    }

    private void ReadHub(string[] segments)
    {
        IsHub = true;
        var first = segments.Length > 0 && segments[0] is "datasets" or "spaces" or "api" ? 1 : 0;
        for (var i = first + 1; i < segments.Length - 2; i++)
        {
            if (!HubVerbs.Contains(segments[i], StringComparer.Ordinal))
                continue;

            Set(segments, first, i + 1);
            return;
        }
    }

    private void ReadGitHub(string[] segments)
    {
        if (segments.Length > 5 && segments[2] == "releases" && segments[3] == "download")
        {
            Set(segments, owner: 0, revision: 4);
            IsReleaseAsset = true;
        }
        else if (segments.Length > 4 && segments[2] is "raw" or "blob")
        {
            Set(segments, owner: 0, revision: 3);
        }
    }

    private void Set(string[] segments, int owner, int revision)
    {
        // One segment of a hub path may be the whole name (the oldest repositories have no owner).
        var nameLength = segments.Length > owner + 1 && !HubVerbs.Contains(segments[owner + 1], StringComparer.Ordinal) ? 2 : 1;
        Repo = string.Join("/", segments, owner, nameLength);
        Revision = segments[revision];
        File = string.Join("/", segments, revision + 1, segments.Length - revision - 1);
    }

    private static bool IsDigest(string segment) =>
        segment.Length == DigestDigits + 7
        && (segment.StartsWith("sha256:", StringComparison.Ordinal) || segment.StartsWith("sha256-", StringComparison.Ordinal))
        && Hex.Is(segment.Substring(7), DigestDigits);

    private static bool IsHost(string host, string[] hosts)
    {
        foreach (var known in hosts)
        {
            if (host.Equals(known, StringComparison.OrdinalIgnoreCase)
                || (host.Length > known.Length && host.EndsWith("." + known, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }
}
