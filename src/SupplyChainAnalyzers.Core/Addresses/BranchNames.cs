namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>Names of revisions that everybody who may push moves.</summary>
public static class BranchNames
{
    private const string Prefix = "refs/heads/";

    /// <summary>Whether <paramref name="reference"/> is a branch, going by its name.</summary>
    public static bool Contains(string reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal) || reference.ToUpperInvariant() is "MAIN" or "MASTER" or "HEAD" or "LATEST";

    /// <summary>The name people use: without refs/heads/.</summary>
    public static string Plain(string reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal) ? reference.Substring(Prefix.Length) : reference;
}
