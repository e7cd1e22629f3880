using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>What the checks of weights share. What is expensive is made when the first of them asks for it.</summary>
internal sealed class CheckpointContext
{
    private readonly Dictionary<string, double> _parameters;
    private readonly Lazy<IReadOnlyList<TensorDifference>> _differences;
    private readonly List<CheckpointTensor> _others = [];

    /// <param name="model">What is looked at.</param>
    /// <param name="beside">Texts that lie beside it.</param>
    /// <param name="reference">What it was made from, if that is known.</param>
    /// <param name="parameters">Those that differ from the checks' own, as <c>check.parameter</c>.</param>
    public CheckpointContext(Checkpoint model, Companions beside, (Checkpoint Weights, Companions Beside)? reference, IEnumerable<Measurement> parameters)
    {
        (Model, Beside, Reference, ReferenceBeside) = (model, beside, reference?.Weights, reference?.Beside ?? Companions.None);
        _parameters = parameters.ToDictionary(static parameter => parameter.Name, static parameter => parameter.Value, StringComparer.Ordinal);
        Modules = LoraModule.Of(model, _others);
        _differences = new(() => TensorDifference.Between(Model, Reference!, Progress));
    }

    public Checkpoint Model { get; }

    public Companions Beside { get; }

    /// <summary>Null when there is none.</summary>
    public Checkpoint? Reference { get; }

    public Companions ReferenceBeside { get; }

    /// <summary>Of an adapter; empty for a whole model.</summary>
    public IReadOnlyList<LoraModule> Modules { get; }

    /// <summary>Tensors that belong to no module.</summary>
    public IReadOnlyList<CheckpointTensor> Others => _others;

    /// <summary>Whether this is an adapter: it changes a model and is none.</summary>
    public bool IsAdapter => Modules.Count > 0;

    /// <summary>Tensor by tensor against the reference, ordered by name.</summary>
    public IReadOnlyList<TensorDifference> Differences => _differences.Value;

    /// <summary>Told the share of the current check that is done, 0 to 1.</summary>
    public Action<double> Progress { get; set; } = static _ => { };

    /// <summary>A parameter of a check: the user's, or the check's own.</summary>
    public double Parameter(ICheckpointCheck check, string name, double own) => _parameters.GetValueOrDefault($"{check.Id}.{name}", own);
}
