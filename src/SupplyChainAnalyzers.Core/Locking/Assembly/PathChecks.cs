using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Locking.Assembly;

/// <summary>What a reader would refuse must not be written: unsafe paths, and paths that are one under case folding.</summary>
internal static class PathChecks
{
    /// <summary>Adds a finding for each.</summary>
    public static void Run(IEnumerable<ModelEntry> entries, string lockFolder, LockFindings findings)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries.OrderBy(static entry => entry.Name, StringComparer.Ordinal))
        {
            foreach (var file in entry.Files.Keys)
            {
                var path = PathRules.Join(entry.Path, file);
                if (!PathRules.IsSafe(path, out var reason))
                    Report(Rules.LockPath, $"The path '{Printable.Of(path)}' {reason}, so models.lock cannot hold it; rename the file");

                // Under one key only where the paths differ in case: a file of two entries is the reader's to refuse, and we make none.
                var key = PathRules.FoldKey(path);
                if (!seen.TryGetValue(key, out var other))
                    seen.Add(key, path);
                else
                    Report(Rules.LockPathCollision, $"'{Printable.Of(path)}' and '{Printable.Of(other)}' are one file where case is ignored; rename one of them");

                void Report(Rule rule, string message) =>
                    findings.Add(new Finding(rule, message) { Model = entry.Name, Subject = RelativePath.FullPath(lockFolder, path) });
            }
        }
    }
}
