namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>scan.onnx</c>.</summary>
public sealed record OnnxScanPolicy
{
    /// <summary>Operator domains that count as harmless beside the standard ones; built in: none.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? AllowDomains { get; init; }

    /// <summary>Where tensors outside the file may lie; built in: in the same directory.</summary>
    public Setting<ExternalData>? ExternalData { get; init; }
}
