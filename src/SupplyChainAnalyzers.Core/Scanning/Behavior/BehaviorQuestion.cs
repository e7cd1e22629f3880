using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>A model whose behaviour is to be checked, and with what.</summary>
public sealed record BehaviorQuestion
{
    /// <summary>Absolute path of an ONNX model, or of weights that are looked at without running them: safetensors, GGUF.</summary>
    public required string Model { get; init; }

    /// <summary>What messages call the model; null takes its path. Not told to the scanner.</summary>
    public string? Name { get; init; }

    /// <summary>Absolute path of inputs (.npy, or .npz with the members x and y); null when there are none.</summary>
    public string? Probe { get; init; }

    /// <summary>Absolute path of the inputs' classes (.npy of whole numbers); null when there are none.</summary>
    public string? Labels { get; init; }

    /// <summary>Absolute path of an earlier version of the model (ONNX) that is trusted; null when there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>Absolute path of the model (ONNX) that this one was converted or quantised from, of the same answers; null when there is none.</summary>
    public string? Original { get; init; }

    /// <summary>Absolute path of inputs that may carry a trigger (.npy, or .npz with the member x); null when there are none.</summary>
    public string? Suspects { get; init; }

    /// <summary>Absolute path of data the model was trained on (.npz with the members x and y); null when there are none.</summary>
    public string? Training { get; init; }

    /// <summary>Absolute path of recorded inputs and outputs; null when there are none.</summary>
    public string? Golden { get; init; }

    /// <summary>Absolute path of prompts for a language model, one a line; null when there are none.</summary>
    public string? Prompts { get; init; }

    /// <summary>Absolute path of phrases that may be triggers of a language model, one a line; null when there are none.</summary>
    public string? Phrases { get; init; }

    /// <summary>Absolute paths of files beside the models that hold their tensors.</summary>
    public IReadOnlyList<string> TensorFiles { get; init; } = [];

    /// <summary>Absolute paths of other parts of the models, and of texts beside them: see <see cref="ModelParts"/>. What is not among them is not read.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>How deep.</summary>
    public BehaviorTier Tier { get; init; } = BehaviorTier.Standard;

    /// <summary>Ids of the only checks that are to run; empty runs all of the tier.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>Parameters that differ from a check's own, as <c>check.parameter</c>.</summary>
    public IReadOnlyList<Measurement> Parameters { get; init; } = [];

    /// <summary>The longest it may take; null takes the tier's own. When it is over there is no verdict, never a milder one.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Whether the model's outputs are to be recorded.</summary>
    public bool Record { get; init; }

    /// <summary>Whether the probe is to be changed in every way of the suite, to count which answers flip.</summary>
    public bool Suite { get; init; }

    /// <summary>Whether pictures are wanted.</summary>
    public bool Pictures { get; init; }

    /// <summary>What a model is checked with, by the names that reports use; null where there is none of it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Inputs =>
    [
        new("probe", Probe), new("labels", Labels), new("reference", Reference), new("original", Original), new("inputs", Suspects), new("training", Training), new("golden", Golden), new("prompts", Prompts), new("phrases", Phrases),
    ];

    /// <summary>All files that are read, the model first.</summary>
    public IEnumerable<string> AllFiles => new[] { Model }.Concat(Inputs.Select(static input => input.Value).OfType<string>()).Concat(TensorFiles).Concat(Beside);
}
