using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>A model behind an API instead of a file.</summary>
public sealed class HostedModel
{
    /// <summary>The key under <c>hosted</c>.</summary>
    public required string Name { get; init; }

    /// <summary>openai, azure, anthropic …</summary>
    public required string Provider { get; init; }

    /// <summary>Base address, https.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Model id, dated where the provider dates them.</summary>
    public required string Model { get; init; }

    /// <summary>Where the key stands.</summary>
    public TextRegion Region { get; init; }
}
