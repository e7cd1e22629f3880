namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>An assembly name that stands for itself and everything below it: <c>A</c> is <c>A</c> and <c>A.*</c>.</summary>
internal static class AssemblyRoot
{
    public static bool Covers(string root, string assembly) =>
        assembly.StartsWith(root, StringComparison.OrdinalIgnoreCase)
        && (assembly.Length == root.Length || assembly[root.Length] == '.');
}
