using System.Text;

namespace SupplyChainAnalyzers.Core.Names;

/// <summary>
/// Packages whose harm an advisory has on record: malicious-packages.txt, read on first use. Only those that aim at people who
/// work with models; it takes no scanner's place.
/// </summary>
public static class MaliciousPackages
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, MaliciousPackage>>> Sections = new(Read);

    /// <summary>The entry of a Python package, whatever the spelling of its name; null when there is none.</summary>
    /// <param name="name">As the project writes it.</param>
    /// <param name="version">The version it is pinned to; null when it is not.</param>
    public static MaliciousPackage? FindPython(string name, string? version) => Find("python", PackageNames.Normalize(name), version);

    /// <summary>The entry of a NuGet package; null when there is none.</summary>
    /// <param name="id">As the project writes it.</param>
    /// <param name="version">The version it is pinned to; null when it is not.</param>
    public static MaliciousPackage? FindNuGet(string id, string? version) => Find("nuget", id, version);

    internal static IEnumerable<MaliciousPackage> All => Sections.Value.Values.SelectMany(static section => section.Values);

    private static MaliciousPackage? Find(string section, string name, string? version) =>
        Sections.Value[section].TryGetValue(name, out var package) && package.Covers(version) ? package : null;

    private static Dictionary<string, Dictionary<string, MaliciousPackage>> Read()
    {
        using var stream = typeof(MaliciousPackages).Assembly.GetManifestResourceStream("malicious-packages.txt") ?? throw new InvalidOperationException("malicious-packages.txt is not embedded");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var sections = new Dictionary<string, Dictionary<string, MaliciousPackage>>(StringComparer.Ordinal);
        Dictionary<string, MaliciousPackage> section = [];
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "@")
                sections.Add(words[1], section = new(StringComparer.OrdinalIgnoreCase));
            else if (words[0] != "#")
                section.Add(words[0], new MaliciousPackage(words[0], words[1], [.. words.Skip(2)]));
        }

        return sections;
    }
}
