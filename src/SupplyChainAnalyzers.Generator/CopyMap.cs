using System.Text;

namespace SupplyChainAnalyzers.Generator;

/// <summary>
/// Where the project copies files: path relative to the folder of models.lock, to path in the output folder. The targets hand it over
/// as base64 of lines <c>from|to</c>, because a property ends at the first '#' or ';' on its way to the compiler.
/// </summary>
internal sealed class CopyMap
{
    private readonly Dictionary<string, string> _copies = new(StringComparer.Ordinal);

    public CopyMap(string base64)
    {
        foreach (var line in Decode(base64).Split('\n'))
        {
            var bar = line.IndexOf('|');
            if (bar > 0 && bar < line.Length - 1)
                _copies[Slashes(line.Substring(0, bar))] = Slashes(line.Substring(bar + 1));
        }
    }

    /// <summary>Path below the program's folder; the path in the lock for a file that this project does not copy.</summary>
    public string Find(string pathInLock) => _copies.TryGetValue(pathInLock, out var copy) ? copy : pathInLock;

    private static string Slashes(string path) => path.Trim().Replace('\\', '/');

    private static string Decode(string base64)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return ""; // somebody else's property: the paths of the lock hold
        }
    }
}
