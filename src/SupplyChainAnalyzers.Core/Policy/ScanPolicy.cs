namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>scan</c>: what findings in a file's content weigh.</summary>
public sealed record ScanPolicy
{
    /// <summary>The weakest verdict that fails; built in: malicious (suspicious in strict mode).</summary>
    public Setting<FailOn>? FailOn { get; init; }

    /// <summary>What holds for a file that could not be inspected; built in: warn (fail in strict mode).</summary>
    public Setting<UnscannableAction>? OnUnscannable { get; init; }

    /// <summary>Whether scanning without full isolation (SCA0008) fails; built in: no.</summary>
    public Setting<bool>? RequireIsolation { get; init; }

    /// <summary>Pickles.</summary>
    public PickleScanPolicy Pickle { get; init; } = new();

    /// <summary>ONNX graphs.</summary>
    public OnnxScanPolicy Onnx { get; init; } = new();
}
