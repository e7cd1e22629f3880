namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>
/// 3xxx: what is inside a model file. 300x any file · 301x pickle · 303x containers · 305x arrays · 306x ONNX · 307x
/// TensorFlow · 308x other graphs · 309x Keras and HDF5 · 310x GGUF · 311x safetensors · 312x templates · 313x hub
/// repositories · 315x TorchScript and served models · 316x trees, markup and the rest.
/// </summary>
public static partial class Rules
{
    /// <summary>Unknown, damaged or encrypted: nothing is known, so it is not clean.</summary>
    public static readonly Rule Unscannable = new("SCA3001", "File could not be inspected", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Evasion);

    /// <summary>Pickle and its family: a loader executes what the file says.</summary>
    public static readonly Rule CodeFormat = new("SCA3002", "File format can run code when it is opened", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Code);

    /// <summary>A loader that goes by the name opens it as something else.</summary>
    public static readonly Rule ExtensionMismatch = new("SCA3003", "File name promises another format than the content has", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Masquerade);

    /// <summary>Two loaders see two files in it.</summary>
    public static readonly Rule Polyglot = new("SCA3004", "File is valid in two formats at once", Level.Error, Severity.High, taxa: Taxa.Evasion);

    /// <summary>Bytes behind the end that no loader reads.</summary>
    public static readonly Rule TrailingData = new("SCA3005", "File holds data that its format does not account for", Level.Warning, Severity.Low, strict: Level.Error, taxa: Taxa.Evasion);

    /// <summary>Depth, count, ratio or size beyond what a model needs.</summary>
    public static readonly Rule ResourceExhaustion = new("SCA3006", "File would exhaust memory, time or disk when it is opened", Level.Error, Severity.High, taxa: Taxa.Exhaustion);

    /// <summary>A program for an operating system, where weights belong.</summary>
    public static readonly Rule EmbeddedExecutable = new("SCA3007", "Model file holds a native program", Level.Error, Severity.High, taxa: Taxa.Code);
}
