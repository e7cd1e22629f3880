using SupplyChainAnalyzers.Analyzers.Options;

namespace SupplyChainAnalyzers.Generator;

/// <summary>
/// Where the project copies files: path relative to the folder of models.lock, to path in the output folder. The targets hand it over
/// as lines <c>from|to</c>.
/// </summary>
internal sealed class CopyMap
{
    private readonly Dictionary<string, string> _copies = new(StringComparer.Ordinal);

    public CopyMap(string base64)
    {
        // Somebody else's property: the paths of the lock hold.
        foreach (var line in BuildProperty.Lines(base64) ?? [])
        {
            var bar = line.IndexOf('|');
            if (bar > 0 && bar < line.Length - 1)
                _copies[Slashes(line.Substring(0, bar))] = Slashes(line.Substring(bar + 1));
        }
    }

    /// <summary>Path below the program's folder; the path in the lock for a file that this project does not copy.</summary>
    public string Find(string pathInLock) => _copies.TryGetValue(pathInLock, out var copy) ? copy : pathInLock;

    private static string Slashes(string path) => path.Trim().Replace('\\', '/');
}
