using Microsoft.Build.Framework;
using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>Looks into scripts, notebooks, container files and lists of packages for models that are fetched without a pin, or loaded in a way that runs them.</summary>
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

        if (paths.Count == 0)
            return;

        // What was found before is said again: a warning that only shows in the first build is soon forgotten.
        var answer = ProjectSources.Check(
            Request(), Folder, paths, static result => CarriedFinding.Write(result.Findings.Where(IsNews).Select(CarriedFinding.Of)), cancellation);
        Found = answer.Text;
        Log.LogMessage(MessageImportance.Low, "sources: {0}, {1}", paths.Count, answer.IsRemembered ? "unchanged" : "read");
    }
}
