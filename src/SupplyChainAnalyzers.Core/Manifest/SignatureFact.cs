using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>Which signature a model carries and who made it when it was last verified. A fact, never a reason to trust.</summary>
public sealed class SignatureFact
{
    /// <summary><c>oms</c>, or another bundle form.</summary>
    public required string Type { get; init; }

    /// <summary>The bundle, relative to the model's folder.</summary>
    public required string Bundle { get; init; }

    /// <summary>Who signed, as last verified; null before the first time.</summary>
    public string? Signer { get; init; }

    /// <summary>Where the object stands.</summary>
    public TextRegion Region { get; init; }
}
