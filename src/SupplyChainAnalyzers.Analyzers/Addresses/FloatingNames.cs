using SupplyChainAnalyzers.Analyzers.Options;

namespace SupplyChainAnalyzers.Analyzers.Addresses;

/// <summary>Names of revisions that everybody who may push moves.</summary>
internal static class FloatingNames
{
    private const string BranchPrefix = "refs/heads/";

    /// <summary>Whether <paramref name="reference"/> is a branch by its name; <c>sca.floating_refs</c> adds patterns.</summary>
    public static bool Contains(string reference, string rule, SinkOptions options) =>
        reference.StartsWith(BranchPrefix, StringComparison.Ordinal)
        || reference.ToUpperInvariant() is "MAIN" or "MASTER" or "HEAD" or "LATEST"
        || options.Matches(rule, "floating_refs", reference);

    /// <summary>The name people use: without refs/heads/.</summary>
    public static string Short(string reference) =>
        reference.StartsWith(BranchPrefix, StringComparison.Ordinal) ? reference.Substring(BranchPrefix.Length) : reference;
}
