namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>An assembly, or a family of them, and the names in it that rules care about.</summary>
internal sealed class ApiRoot(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether every project references it.</summary>
    public bool IsPlatform => Name is "System" or "mscorlib" or "netstandard";

    public ApiNames Names { get; } = new();
}
