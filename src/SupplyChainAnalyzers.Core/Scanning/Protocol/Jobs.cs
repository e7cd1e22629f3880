namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>What the scanner can be asked to do. A job it does not know it refuses as a whole.</summary>
internal static class Jobs
{
    /// <summary>Format by structure, digest, and all there is to say about the content.</summary>
    public const string Scan = "scan";

    /// <summary>As <see cref="Scan"/>, and beside it lines that say what is in the file, for people.</summary>
    public const string Inspect = "inspect";

    /// <summary>The tensors of one file, written as safetensors to another.</summary>
    public const string Convert = "convert";

    /// <summary>The signature of a model; the file is the bundle.</summary>
    public const string VerifySignature = "verify-signature";

    /// <summary>Models and packages that scripts and settings name, and what is wrong with them.</summary>
    public const string Sources = "sources";

    /// <summary>How a model behaves; the first file is the model, the others are what it is checked with.</summary>
    public const string Behavior = "behavior";
}
