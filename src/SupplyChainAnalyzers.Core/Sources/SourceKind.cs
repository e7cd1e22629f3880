namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>A kind of file, other than C#, that says which models and packages are used.</summary>
public enum SourceKind
{
    /// <summary>A Python program.</summary>
    Python,

    /// <summary>A shell script.</summary>
    Shell,

    /// <summary>How a container image is built.</summary>
    Dockerfile,

    /// <summary>Settings of an Ollama model.</summary>
    Modelfile,
}
