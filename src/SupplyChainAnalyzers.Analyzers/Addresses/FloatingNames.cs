using SupplyChainAnalyzers.Analyzers.Options;
using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Analyzers.Addresses;

/// <summary>Names of revisions that move: branches by their names, and what the options add.</summary>
internal static class FloatingNames
{
    /// <summary>Whether <paramref name="reference"/> is a branch by its name; <c>sca.floating_refs</c> adds patterns.</summary>
    public static bool Contains(string reference, string rule, SinkOptions options) =>
        BranchNames.Contains(reference) || options.Matches(rule, "floating_refs", reference);

    /// <summary>The name people use: without refs/heads/.</summary>
    public static string Short(string reference) => BranchNames.Plain(reference);
}
