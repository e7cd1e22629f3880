using Microsoft.Build.Framework;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>Looks for build steps that download a model which nothing pins.</summary>
[MSBuildMultiThreadableTask]
public sealed class CheckDownloads : LockTask
{
    /// <summary>Absolute paths of project files that may use DownloadFile.</summary>
    [Required]
    public ITaskItem[] ProjectFiles { get; set; } = [];

    /// <summary>Evaluated properties that URLs and folders are made of: the name, and metadata Value.</summary>
    public ITaskItem[] Properties { get; set; } = [];

    /// <summary>Carried findings, each a word.</summary>
    [Output]
    public string Found { get; private set; } = "";

    private protected override void Run(CancellationToken cancellation)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in Properties)
            properties[property.ItemSpec] = property.GetMetadata("Value");

        List<DownloadFileCall> calls = [];
        foreach (var file in ProjectFiles)
            calls.AddRange(DownloadFileReader.Read(File.ReadAllText(file.ItemSpec), file.ItemSpec, properties));

        if (calls.Count > 0)
            Found = CarriedFinding.Write(ProjectDownloads.Check(Request(), calls, cancellation).Findings.Where(IsNews).Select(CarriedFinding.Of));
    }
}
