using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>The files beside a model that may hold its tensors.</summary>
public static class TensorFiles
{
    private const int MaxFiles = 500; // far more than exporters write

    /// <summary>Absolute paths; empty where the static scan found no tensors in other files.</summary>
    /// <param name="scan">Of the model.</param>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public static IReadOnlyList<string> Of(ScanResult scan)
    {
        var place = scan.Findings.FirstOrDefault(static finding => finding.Rule == Rules.ExternalTensors)?.Symbol;
        if (place is null || scan.Findings.Any(static finding => finding.Rule == Rules.ExternalDataEscape))
            return [];

        var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(scan.File.Path)!, place)))!;
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(file => file != scan.File.Path).OrderBy(static file => file, StringComparer.Ordinal).Take(MaxFiles)]
            : [];
    }
}
