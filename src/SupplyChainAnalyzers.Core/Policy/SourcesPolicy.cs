namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>sources</c>: where models may come from.</summary>
public sealed record SourcesPolicy
{
    /// <summary>What holds for a source that <see cref="Allow"/> does not list; built in: allow.</summary>
    public Setting<SourceDefault>? Default { get; init; }

    /// <summary>Sources that may be used although the default is deny; built in: none.</summary>
    public Setting<IReadOnlyList<SourcePattern>>? Allow { get; init; }

    /// <summary>Addresses of hosted models that may be called; built in: any.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? Endpoints { get; init; }

    /// <summary>Whether http is refused; built in: no.</summary>
    public Setting<bool>? RequireHttps { get; init; }

    /// <summary>Hosts a download may be redirected to; built in: any.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? AllowedRedirectHosts { get; init; }
}
