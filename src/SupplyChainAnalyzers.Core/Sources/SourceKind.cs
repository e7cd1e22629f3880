namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>A kind of file, other than C#, that says which models and packages are used.</summary>
public enum SourceKind
{
    /// <summary>A Python program.</summary>
    Python,

    /// <summary>A Jupyter notebook.</summary>
    Notebook,

    /// <summary>A shell script.</summary>
    Shell,

    /// <summary>How a container image is built.</summary>
    Dockerfile,

    /// <summary>Settings of an Ollama model.</summary>
    Modelfile,

    /// <summary>Requirements and constraints of pip.</summary>
    Requirements,

    /// <summary>A Python project's pyproject.toml.</summary>
    PyProject,

    /// <summary>Lock files of uv and Poetry, and pylock.toml.</summary>
    PythonLock,

    /// <summary>Environments of conda, and lock files of conda-lock.</summary>
    Conda,

    /// <summary>Packages of a .NET project.</summary>
    NuGetProject,

    /// <summary>nuget.config.</summary>
    NuGetConfig,

    /// <summary>appsettings.json and its variants.</summary>
    Settings,
}
