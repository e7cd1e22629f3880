using Microsoft.Build.Framework;
using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>Looks into scripts and container files for models that are fetched without a pin, or loaded in a way that runs them.</summary>
[MSBuildMultiThreadableTask]
public sealed class CheckSources : LockTask
{
    /// <summary>Files that may be of a kind that is read, absolute.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Absolute folder of the project: below it, what installers put there is left out.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>Carried findings, each a word.</summary>
    [Output]
    public string Found { get; private set; } = "";

    private protected override void Run(CancellationToken cancellation)
    {
        List<string> paths = [];
        foreach (var file in Files)
        {
            var path = file.ItemSpec;
            var isBelow = path.StartsWith(Folder, StringComparison.Ordinal);
            if (SourceReaders.Find(Path.GetFileName(path)) is not null && !SourceFiles.IsForeign(isBelow ? path.Substring(Folder.Length) : Path.GetFileName(path)))
                paths.Add(path);
        }

        if (paths.Count > 0)
            Found = CarriedFinding.Write(ProjectSources.Check(Request(), paths, cancellation).Findings.Where(IsNews).Select(CarriedFinding.Of));
    }
}
