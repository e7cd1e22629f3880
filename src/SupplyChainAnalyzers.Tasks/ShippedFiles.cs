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
    private readonly string[] _references;
    private readonly Dictionary<string, string> _writtenAs = new(StringComparer.Ordinal);

    /// <summary>Takes the items of <paramref name="project"/>, its own before what the targets made of them.</summary>
    public ShippedFiles(string project, ITaskItem[] items, ITaskItem[] references)
    {
        _project = project;
        _references = [.. references.Select(static reference => reference.ItemSpec).OrderByDescending(static reference => reference.Length)];
        var folder = Path.GetDirectoryName(project)!;
        foreach (var item in items)
        {
            // Not by metadata FullPath: in multi-threaded MSBuild the current directory is anybody's.
            var path = Path.GetFullPath(Path.Combine(folder, item.ItemSpec));
            if (!_writtenAs.ContainsKey(path))
                _writtenAs.Add(path, item.ItemSpec);

            All.Add(new ShippedItem(path, Kind, Owner(path)));
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

    /// <summary>With the place where a project names the item, if it does.</summary>
    public DecidedFinding Placed(DecidedFinding decided)
    {
        var finding = decided.Finding;
        if (finding.Region.Line > 0 || finding.Subject is not { } path || finding.File is not { } project || !_writtenAs.TryGetValue(path, out var written))
            return decided;

        var name = project == _project ? written : path.Substring(Path.GetDirectoryName(project)!.Length + 1);
        return decided with { Finding = finding with { Region = ItemPlace.Find(File.ReadAllText(project), name) } };
    }

    // A file that comes with a reference is that project's fault, which says so itself if it has the package.
    private string Owner(string path)
    {
        if (IsBelow(path, _project))
            return _project;

        return _references.FirstOrDefault(reference => IsBelow(path, reference)) ?? _project;
    }

    private static bool IsBelow(string path, string project) =>
        path.StartsWith(Path.GetDirectoryName(project) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
