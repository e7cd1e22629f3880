using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>
/// What lies around a scan and helps its messages about scripts: lock and policy of the current folder, and folders whose names could be meant
/// for ones of the hub. A lock or policy that lies in what is scanned says nothing: who made that folder would speak for himself.
/// </summary>
/// <param name="LockPath">Absolute; null where there is none that counts.</param>
/// <param name="Endpoints">Of the policy; null where it lists none.</param>
internal sealed record ScanSurroundings(string? LockPath, IReadOnlyList<string>? Endpoints)
{
    /// <summary>Looks into the current folder, not above it.</summary>
    /// <param name="host">Names the current folder.</param>
    /// <param name="roots">Absolute paths of what is scanned.</param>
    public static ScanSurroundings Of(CommandHost host, IReadOnlyList<string> roots)
    {
        string? Own(string name) => host.FullPath(name) is var path && File.Exists(path) && !roots.Any(root => IsWithin(path, root)) ? path : null;
        return new(Own(ModelsLock.FileName), Own(ModelsPolicy.FileName) is { } policy ? Listed(policy) : null);
    }

    /// <summary>Folders two levels below the roots, as <c>owner/name</c>: in that form only they are mistaken for a repository.</summary>
    public static IReadOnlyCollection<string> Folders(IEnumerable<string> roots) =>
    [
        .. roots.SelectMany(static root => Names(root).SelectMany(owner => Names(Path.Combine(root, owner)).Select(name => owner + "/" + name))).Distinct(StringComparer.Ordinal),
    ];

    // One that cannot be read lists nothing; verify and the build say what is wrong with it.
    private static IReadOnlyList<string>? Listed(string path) =>
        PolicyReader.Read(path, static path => File.Exists(path) ? File.ReadAllBytes(path) : null).Value?.Sources.Endpoints?.Value is { } endpoints ? [.. endpoints.Select(static pattern => pattern.Text)] : null;

    private static bool IsWithin(string path, string root) =>
        Path.GetRelativePath(Resolved(root), path) is var relative && relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(relative);

    // A folder that is scanned through a link is the folder it leads to.
    private static string Resolved(string root) => Directory.Exists(root) && Directory.ResolveLinkTarget(root, returnFinalTarget: true) is { } target ? target.FullName : root;

    private static IEnumerable<string> Names(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Select(static path => Path.GetFileName(path)).Where(static name => char.IsLetterOrDigit(name[0]) || name[0] is '_' or '.').Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return [];
        }
    }
}
