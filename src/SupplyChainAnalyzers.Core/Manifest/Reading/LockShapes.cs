using SupplyChainAnalyzers.Core.Documents;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Every object models.lock can hold. The schema says the same; a test compares them.</summary>
internal static class LockShapes
{
    public static readonly Shape Lock = new("models.lock", ["lockVersion", "models"], ["$schema", "hosted"]);

    public static readonly Shape Model = new(
        "a model",
        ["path", "files"],
        ["source", "role", "license", "treeHash", "signature", "provenance", "behavior", "presence"]);

    /// <summary>A file whose bytes are known when the lock is written.</summary>
    public static readonly Shape File = new("a file", ["sha256", "size", "format"], []);

    /// <summary>A file that a build makes or that lies elsewhere.</summary>
    public static readonly Shape UnfixedFile = new("a file of a model that is built or external", ["format"], ["sha256", "size"]);

    public static readonly Shape Signature = new("a signature", ["type", "bundle"], ["signer"]);

    public static readonly Shape Provenance = new("provenance", [], ["baseModel", "datasets", "training", "attestation", "evaluation"]);

    public static readonly Shape Dataset = new("a data set", [], ["version", "files"]);

    public static readonly Shape DatasetFile = new("a file of a data set", ["sha256", "size"], ["format"]);

    public static readonly Shape Training = new("training", [], ["frameworks", "seed", "hyperparameters", "hardware"]);

    public static readonly Shape Behavior = new("behavior", [], ["tier", "probe", "labels", "training", "golden", "reference", "checks", "parameters", "accepted"]);

    public static readonly Shape Probe = new("a probe", ["path", "sha256"], []);

    public static readonly Shape Labels = new("labels", ["path", "sha256"], []);

    public static readonly Shape TrainingData = new("training data", ["path", "sha256"], []);

    public static readonly Shape Golden = new("golden", ["sha256"], ["tolerance"]);

    /// <summary>A finding that is taken for natural.</summary>
    public static readonly Shape Accepted = new("an accepted finding", ["sha256", "score", "reason", "author", "reviewer", "expires"], []);

    public static readonly Shape Hosted = new("a hosted model", ["provider", "endpoint", "model"], []);

    private static readonly Dictionary<SourceType, Shape> Sources = new()
    {
        [SourceType.HuggingFace] = OfType(SourceType.HuggingFace, ["repo", "revision"], ["resolvedFrom"]),
        [SourceType.Oci] = OfType(SourceType.Oci, ["host", "repo", "revision"], ["resolvedFrom"]),
        [SourceType.Ollama] = OfType(SourceType.Ollama, ["model", "revision"], ["host", "resolvedFrom"]),
        [SourceType.GitHub] = OfType(SourceType.GitHub, ["repo", "asset", "revision"], ["resolvedFrom"]),
        [SourceType.Url] = OfType(SourceType.Url, ["url"], ["resolvedFrom"]),
        [SourceType.Local] = OfType(SourceType.Local, [], []),
        [SourceType.External] = OfType(SourceType.External, ["uri", "version"], []),
    };

    /// <summary>A source whose type is not known yet.</summary>
    public static readonly Shape AnySource = new(
        "a source",
        ["type"],
        [.. Sources.Values.SelectMany(static shape => shape.Names).Where(static name => name != "type").Distinct()]);

    /// <summary>What a source says depends on its type.</summary>
    public static Shape Source(SourceType type) => Sources[type];

    private static Shape OfType(SourceType type, string[] required, string[] optional)
        => new("a source of type " + ManifestWords.Of(type), ["type", .. required], optional);
}
