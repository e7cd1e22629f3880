using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>A folder that one model or several have as their path. It is listed once for all of them.</summary>
internal sealed class ModelFolder(string path, ModelEntry first)
{
    /// <summary>Absolute path.</summary>
    public string Path { get; } = path;

    /// <summary>The first of its models in ordinal order: faults of the folder itself stand at its place in the lock.</summary>
    public ModelEntry First { get; } = first;

    /// <summary>Whether it is the lock's own folder.</summary>
    public bool IsLocks => First.Path == PathRules.SameFolder;

    /// <summary>Its declared files, of all its models.</summary>
    public List<DeclaredFile> Files { get; } = [];

    /// <summary>Folders that hold declared files, relative, each with a '/' at its end; "" for the folder itself.</summary>
    public HashSet<string> Prefixes => _prefixes ??= FindPrefixes();

    /// <summary>What lies in it; set once it has been listed.</summary>
    public FolderContent Content { get; set; } = new();

    /// <summary>Entries of <see cref="Content"/> that a declared file stands for.</summary>
    public int Matched { get; set; }

    /// <summary>Whether one of its models is to be verified.</summary>
    public bool IsInScope { get; set; }

    /// <summary>Links followed; asked for only where there are any.</summary>
    public string RealPath => _realPath ??= Disk.RealPath.Of(Path) ?? Path;

    private string? _realPath;
    private HashSet<string>? _prefixes;

    private HashSet<string> FindPrefixes()
    {
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files)
            prefixes.Add(file.Entry.Path.Substring(0, file.Entry.Path.LastIndexOf('/') + 1));

        return prefixes;
    }
}
