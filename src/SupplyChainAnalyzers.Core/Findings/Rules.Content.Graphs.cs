namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>306x–308x: graphs of operations (ONNX, TensorFlow, TensorFlow Lite and others).</summary>
public static partial class Rules
{
    /// <summary>An operator that no runtime of the format brings along.</summary>
    public static readonly Rule CustomOperator = new("SCA3060", "Graph needs an operator from elsewhere", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Graph);

    /// <summary>Python, processes, files or the network, as a step of the computation.</summary>
    public static readonly Rule GraphRunsCode = new("SCA3061", "Graph does more than compute", Level.Error, Severity.High, taxa: Taxa.Graph);

    /// <summary>Absolute, upwards, or on another machine.</summary>
    public static readonly Rule ExternalDataEscape = new("SCA3062", "Graph takes data from outside the model's folder", Level.Error, Severity.High, taxa: Taxa.Path);

    /// <summary>Shape, type, offset or length against what is there.</summary>
    public static readonly Rule TensorSizeLie = new("SCA3063", "Tensor's size contradicts its data", Level.Error, Severity.High, taxa: Taxa.Memory);

    /// <summary>In metadata, descriptions, attributes or constants.</summary>
    public static readonly Rule GraphText = new("SCA3064", "Text in a graph reads like a command or a program", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Graph);

    /// <summary>A note: the model is several files, and a policy may refuse that.</summary>
    public static readonly Rule ExternalTensors = new("SCA3069", "Graph keeps tensors in another file", Level.Message, Severity.Info);

    /// <summary>In keras_metadata.pb or the object graph of a SavedModel.</summary>
    public static readonly Rule KerasLambdaInGraph = new("SCA3070", "SavedModel comes with Python code for Keras", Level.Error, Severity.High, taxa: Taxa.Code);
}
