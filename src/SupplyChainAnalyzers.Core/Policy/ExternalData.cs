namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>Where an ONNX model's tensors may lie outside its file; ordered from weak to strong.</summary>
public enum ExternalData
{
    /// <summary>In the model's own directory or below; written <c>same-directory</c>.</summary>
    SameDirectory,

    /// <summary>Nowhere.</summary>
    Deny,
}
