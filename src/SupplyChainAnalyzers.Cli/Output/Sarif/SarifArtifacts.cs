using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Output.Sarif;

/// <summary>The scanned files, and behind them the members that have findings (SARIF 2.1.0, 3.14.15 and 3.24).</summary>
internal sealed class SarifArtifacts
{
    /// <summary>What relative addresses start from; where it lies is for the consumer to say.</summary>
    public const string Root = "SRCROOT";

    private readonly IReadOnlyList<ScannedFile> _files;
    private readonly Dictionary<(int File, string Member), int> _members = [];
    private readonly List<(int File, string Member)> _ordered = [];

    public SarifArtifacts(IReadOnlyList<ScannedFile> files)
    {
        _files = files;
        for (var i = 0; i < files.Count; i++)
        {
            foreach (var member in files[i].Findings.Select(static finding => finding.Finding.Member).OfType<string>().Order(StringComparer.Ordinal))
            {
                if (_members.TryAdd((i, member), files.Count + _ordered.Count))
                    _ordered.Add((i, member));
            }
        }
    }

    /// <summary>Place of a member among all artifacts.</summary>
    public int IndexOf(int file, string member) => _members[(file, member)];

    /// <summary>Writes <c>artifacts</c>.</summary>
    public void Write(JsonWriter json)
    {
        json.BeginArray();
        foreach (var file in _files)
        {
            json.BeginObject().Name("location").BeginObject(inline: true);
            WriteAddress(json, file.Path);
            json.EndObject().Member("length", file.Size);
            if (file.Sha256 is { } sha256)
                json.Name("hashes").BeginObject(inline: true).Member("sha-256", sha256).EndObject();
            json.Name("roles").BeginArray(inline: true).String("analysisTarget").EndArray().EndObject();
        }

        foreach (var (file, member) in _ordered)
            json.BeginObject().Name("location").BeginObject(inline: true).Member("uri", Escaped(member)).EndObject().Member("parentIndex", (long?)file).EndObject();

        json.EndArray();
    }

    /// <summary>Writes <c>uri</c> and <c>uriBaseId</c> of a file.</summary>
    public static void WriteAddress(JsonWriter json, string path)
    {
        if (!Path.IsPathRooted(path))
            json.Member("uri", Escaped(path)).Member("uriBaseId", Root);
        else
            json.Member("uri", "file:///" + Escaped(path.Replace('\\', '/').TrimStart('/')));
    }

    // Names are hostile: whatever an address may not hold is escaped, byte by byte, and no colon of theirs makes a scheme.
    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
