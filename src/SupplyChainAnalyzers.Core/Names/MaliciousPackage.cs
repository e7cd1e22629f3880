namespace SupplyChainAnalyzers.Core.Names;

/// <summary>A package that was published to do harm.</summary>
/// <param name="Name">As it is registered.</param>
/// <param name="Advisory">Id of the advisory that says so: <c>MAL-…</c>, <c>PYSEC-…</c>.</param>
/// <param name="Versions">The versions that are harmful; empty when all are.</param>
public sealed record MaliciousPackage(string Name, string Advisory, IReadOnlyList<string> Versions)
{
    /// <summary>Whether <paramref name="version"/> is one of the harmful; null stands for a version that is not known.</summary>
    public bool Covers(string? version) => Versions.Count == 0 || (version is not null && Versions.Contains(version, StringComparer.OrdinalIgnoreCase));
}
