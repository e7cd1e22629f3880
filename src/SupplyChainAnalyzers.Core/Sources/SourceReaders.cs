using SupplyChainAnalyzers.Core.Sources.Docker;
using SupplyChainAnalyzers.Core.Sources.Notebooks;
using SupplyChainAnalyzers.Core.Sources.NuGet;
using SupplyChainAnalyzers.Core.Sources.Ollama;
using SupplyChainAnalyzers.Core.Sources.Packages;
using SupplyChainAnalyzers.Core.Sources.Python;
using SupplyChainAnalyzers.Core.Sources.Settings;
using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>Every reader; a file belongs to the first that takes its name.</summary>
public static class SourceReaders
{
    /// <summary>In order of precedence.</summary>
    public static readonly IReadOnlyList<SourceReader> All =
    [
        new PythonSourceReader(),
        new NotebookReader(),
        new ShellScriptReader(),
        new DockerfileReader(),
        new ModelfileReader(),
        new RequirementsReader(),
        new PyProjectReader(),
        new PythonLockReader(),
        new CondaReader(),
        new NuGetProjectReader(),
        new NuGetConfigReader(),
        new SettingsReader(),
    ];

    /// <summary>The reader for a file of this name (without its folder); null when nobody reads it.</summary>
    public static SourceReader? Find(string fileName)
    {
        foreach (var reader in All)
        {
            if (reader.Reads(fileName))
                return reader;
        }

        return null;
    }
}
