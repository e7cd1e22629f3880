using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Sources.Packages;

/// <summary>Where a package comes from when it does not come from an index: a repository, an archive, a folder.</summary>
internal static class PackageAddress
{
    private const int CommitDigits = 40;

    private static readonly string[] Repositories = ["git+", "hg+", "svn+", "bzr+"];

    /// <summary>
    /// Whether the same address can give other bytes tomorrow: a repository without a full commit, an archive without a digest.
    /// A folder or file of the project is nobody else's.
    /// </summary>
    public static bool CanChange(string address)
    {
        if (Array.Exists(Repositories, prefix => address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            return !IsCommit(RevisionOf(address)) && !address.StartsWith("git+file:", StringComparison.OrdinalIgnoreCase);

        return IsRemote(address) && address.IndexOf("#sha256=", StringComparison.Ordinal) < 0 && address.IndexOf("&sha256=", StringComparison.Ordinal) < 0;
    }

    /// <summary>Whether it leads to another machine.</summary>
    public static bool IsRemote(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="revision"/> is a full commit id.</summary>
    public static bool IsCommit(string? revision) => Hex.Is(revision, CommitDigits);

    // git+https://host/owner/name.git@revision#egg=name
    private static string? RevisionOf(string address)
    {
        var hash = address.IndexOf('#');
        var path = hash < 0 ? address : address.Substring(0, hash);
        var at = path.LastIndexOf('@');
        return at > path.LastIndexOf('/') ? path.Substring(at + 1) : null;
    }
}
