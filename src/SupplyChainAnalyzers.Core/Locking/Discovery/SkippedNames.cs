using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Locking.Discovery;

/// <summary>What a walk never looks into, whether or not .gitignore names it.</summary>
internal static class SkippedNames
{
    // Version control, build output, package stores, caches of editors and interpreters.
    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal)
    {
        ".git", ".hg", ".svn", "bin", "obj", "node_modules", ".venv", "venv", "__pycache__", ".vs", ".idea", ".cache",
        "models.approvals",
    };

    // Ours: a lock that listed them would change whenever it is written.
    private static readonly HashSet<string> Files = new(StringComparer.Ordinal)
    {
        "models.lock", "models.lock.v1.json", "models.policy.json", "models.policy.v1.json", "models.advisories.json",
        ".gitignore", ".gitattributes",
    };

    // Sources are built or versioned beside these.
    private static readonly HashSet<string> ProjectFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        ".csproj", ".fsproj", ".vbproj", ".proj", ".sln", ".slnx",
    };

    /// <summary>Whether a folder or file of this name is passed by.</summary>
    public static bool Contains(string name, bool isFolder) => isFolder ? Folders.Contains(name) : Files.Contains(name) || AtomicFile.IsTemporary(name);

    /// <summary>Whether a folder that holds a file of this name is a project's.</summary>
    public static bool IsProjectFile(string name) => ProjectFiles.Contains(Path.GetExtension(name)) || name is "package.json" or "pyproject.toml";
}
