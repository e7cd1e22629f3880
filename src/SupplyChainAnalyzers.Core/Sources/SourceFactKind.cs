namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>What a source file uses.</summary>
public enum SourceFactKind
{
    /// <summary>A model repository of a hub: OWNER/NAME.</summary>
    HubModel,

    /// <summary>A data set repository of a hub: OWNER/NAME.</summary>
    HubDataset,

    /// <summary>A model of Ollama's registry.</summary>
    OllamaModel,

    /// <summary>A Python package.</summary>
    PythonPackage,

    /// <summary>A NuGet package.</summary>
    NuGetPackage,

    /// <summary>A file that is downloaded.</summary>
    Url,

    /// <summary>A container image.</summary>
    ContainerImage,
}
