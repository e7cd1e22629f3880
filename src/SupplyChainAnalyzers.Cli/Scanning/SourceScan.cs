using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Sources;
using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>
/// Picks, out of what a walk finds, the scripts and container files that say which models are used, and has the scanner read them: they may be
/// as hostile as the models beside them. What
/// installers put below a named folder (<c>venv</c>, <c>node_modules</c>) is nobody's source; a file or folder that is named is.
/// </summary>
internal sealed class SourceScan(CommandHost host, IEnumerable<string> paths, ScanPolicyChoice policy, ScannerOptions options)
{
    private readonly List<string> _roots = [.. paths.Select(path => Path.TrimEndingDirectorySeparator(host.FullPath(path)))];
    private readonly List<ScanTarget> _targets = [];

    /// <summary>Passes the targets on and keeps those that are sources.</summary>
    public IEnumerable<ScanTarget> Watch(IEnumerable<ScanTarget> targets)
    {
        foreach (var target in targets)
        {
            if (target.Problem is null && SourceReaders.Find(Path.GetFileName(target.Path)) is not null && !_roots.TrueForAll(root => IsForeign(root, target.Path)))
                _targets.Add(target);

            yield return target;
        }
    }

    /// <summary>One result for each, in the ordinal order of their names.</summary>
    public IReadOnlyList<ScannedSource> Run()
    {
        ScanTarget[] targets = [.. _targets.OrderBy(static target => target.Name, StringComparer.Ordinal)];
        var names = targets.ToLookup(static target => target.Path, static target => target.Name, StringComparer.Ordinal);
        var sources = new List<ScannedSource>();
        foreach (var file in ScannerClient.ReadSources([.. targets.Select(static target => new ScanFile(target.Path, Name: target.Name))], Question(), options with { Timeout = FileScan.WholeTimeout }, host.Cancellation))
            sources.Add(new ScannedSource(names[file.Path].First(), file.Kind.ToString().ToLowerInvariant(), [.. file.Findings.Select(policy.Decide)], file.IsIncomplete));

        return sources;
    }

    private SourceQuestion Question()
    {
        var around = ScanSurroundings.Of(host, _roots);
        return new SourceQuestion { LockPath = around.LockPath, Endpoints = policy.Endpoints ?? around.Endpoints, Folders = ScanSurroundings.Folders(_roots) };
    }

    // Outside of this root, or in a folder below it that others filled.
    private static bool IsForeign(string root, string path)
    {
        var relative = Path.GetRelativePath(root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) || SourceFiles.IsForeign(relative);
    }
}
