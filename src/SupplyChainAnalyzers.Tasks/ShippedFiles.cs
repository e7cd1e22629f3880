using Microsoft.Build.Framework;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>MSBuild's items as the verifier wants them.</summary>
internal sealed class ShippedFiles
{
    // No kind: what one project calls Content another only copies, and one file is one fault.
    private const string Kind = "";

    private readonly string _project;
    private readonly Dictionary<string, string> _writtenAs = new(StringComparer.Ordinal);

    public ShippedFiles(string project, ITaskItem[] items)
    {
        _project = project;
        var folder = Path.GetDirectoryName(project)!;
        foreach (var item in items)
        {
            // Not by metadata FullPath: in multi-threaded MSBuild the current directory is anybody's.
            var path = Path.GetFullPath(Path.Combine(folder, item.ItemSpec));
            _writtenAs[path] = item.ItemSpec;
            All.Add(new ShippedItem(path, Kind, NullIfEmpty(item.GetMetadata("MSBuildSourceProjectFile")) ?? project));
            if (item.GetMetadata("Embedded") == "true")
                Embedded.Add(path);

            if (item.GetMetadata("Destination") is { Length: > 0 } destination)
                Copies.Add(new ShippedCopy(path, Path.GetFullPath(Path.Combine(folder, destination)), NullIfEmpty(item.GetMetadata("Hidden"))));
        }
    }

    /// <summary>Every item, in order.</summary>
    public List<ShippedItem> All { get; } = [];

    /// <summary>Those that were copied.</summary>
    public List<ShippedCopy> Copies { get; } = [];

    /// <summary>Absolute paths of those that are in the assembly.</summary>
    public List<string> Embedded { get; } = [];

    /// <summary>A package that holds these items.</summary>
    public ShippedPackage In(ITaskItem package) =>
        new(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(_project)!, package.ItemSpec)), _project, All.ConvertAll(static item => item.Path));

    /// <summary>With the place where the project names the item, if it does.</summary>
    public DecidedFinding Placed(DecidedFinding decided)
    {
        var finding = decided.Finding;
        if (finding.File != _project || finding.Region.Line > 0 || finding.Subject is null || !_writtenAs.TryGetValue(finding.Subject, out var written))
            return decided;

        return decided with { Finding = finding with { Region = ItemPlace.Find(File.ReadAllText(_project), written) } };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
