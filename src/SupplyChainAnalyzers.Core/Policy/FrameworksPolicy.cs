namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>frameworks</c>: the libraries that load models.</summary>
public sealed record FrameworksPolicy
{
    /// <summary>Oldest allowed versions by normalised package (<c>pypi/torch</c>), ordinal order; built in: none.</summary>
    public Setting<IReadOnlyDictionary<string, MinimumVersion>>? Minimum { get; init; }
}
