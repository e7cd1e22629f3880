using SupplyChainAnalyzers.Scanner.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>What is differentiated with respect to what.</summary>
internal sealed record GradientOptions
{
    /// <summary>The input; null for the only one, or the first of floating-point numbers.</summary>
    public string? Input { get; init; }

    /// <summary>
    /// A tensor within the graph to start at instead, such as the embeddings that a Gather gives: it takes the input's place, and what
    /// leads to it is cut off.
    /// </summary>
    public string? From { get; init; }

    /// <summary>Sizes of one example, without the batch; null where the model says them all.</summary>
    public IReadOnlyList<long>? Example { get; init; }

    /// <summary>The other inputs of a model that has several, for a batch of this many examples; the values are the caller's.</summary>
    public Func<int, IReadOnlyDictionary<string, OnnxValue>>? Others { get; init; }

    /// <summary>The output; null for the first.</summary>
    public string? Output { get; init; }

    /// <summary>Tensors of the graph to be had after each forward run.</summary>
    public IReadOnlyList<string> Expose { get; init; } = [];

    /// <summary>Absolute path of the model's folder where tensors lie in files beside it; null where none may.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Numbers that may be kept for the way back: with the copies that the runtime makes they stay below the gibibyte that the smallest model is given.
    /// Larger batches are run in parts, each twice.
    /// </summary>
    public long MaxKept { get; init; } = 40_000_000;
}
