namespace SupplyChainAnalyzers.Core.Verification.Disk;

/// <summary>Files of a .NET code base, by their names.</summary>
internal static class ProjectFiles
{
    private static readonly HashSet<string> Projects = new(StringComparer.OrdinalIgnoreCase)
    {
        ".csproj", ".fsproj", ".vbproj", ".vcxproj", ".proj", ".sln", ".slnx",
    };

    /// <summary>Whether MSBuild builds it: the folder it lies in holds source code.</summary>
    public static bool IsProject(string name) => Projects.Contains(Path.GetExtension(name));
}
