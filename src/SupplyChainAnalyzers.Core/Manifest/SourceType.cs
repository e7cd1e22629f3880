namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>The kind of place a model comes from. Written in lower case.</summary>
public enum SourceType
{
    /// <summary>Hugging Face hub.</summary>
    HuggingFace,

    /// <summary>OCI registry.</summary>
    Oci,

    /// <summary>Ollama registry.</summary>
    Ollama,

    /// <summary>GitHub release asset.</summary>
    GitHub,

    /// <summary>An https address.</summary>
    Url,

    /// <summary>Made in this repository.</summary>
    Local,

    /// <summary>Kept elsewhere: Azure ML, Blob, S3, a share.</summary>
    External,
}
