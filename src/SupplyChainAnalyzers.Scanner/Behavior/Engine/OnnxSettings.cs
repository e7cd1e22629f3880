namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>How a model is loaded.</summary>
internal sealed record OnnxSettings
{
    public OptimizationLevel Optimization { get; init; } = OptimizationLevel.Extended;

    /// <summary>
    /// Absolute path of the model's folder: tensors may lie in files in or below it. Null refuses tensors in other files.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Names of values in the graph that become outputs as well. Those that are outputs already must not be among them. Without
    /// <see cref="OptimizationLevel.None"/> they keep nodes from being merged.
    /// </summary>
    public IReadOnlyList<string> ExtraOutputs { get; init; } = [];

    /// <summary>Whether the graph was written by us and made from one that was vetted: then it is not vetted again.</summary>
    public bool IsOurs { get; init; }
}
