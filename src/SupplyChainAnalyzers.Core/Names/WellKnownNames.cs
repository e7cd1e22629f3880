using System.Text;

namespace SupplyChainAnalyzers.Core.Names;

/// <summary>The embedded list of names that people trust: wellknown-names.txt, read on first use.</summary>
internal static class WellKnownNames
{
    private static readonly Lazy<Dictionary<string, List<string>>> Sections = new(Read);
    private static readonly Lazy<NameSet> LazyModels = new(static () => new NameSet(Sections.Value["hub-models"]));
    private static readonly Lazy<NameSet> LazyOwners = new(static () => new NameSet(Owners()));
    private static readonly Lazy<NameSet> LazyPython = new(static () => new NameSet(Sections.Value["python-packages"].Concat(Sections.Value["python-general"]).Select(PackageNames.Normalize)));
    private static readonly Lazy<NameSet> LazyModelPackages = new(static () => new NameSet(Sections.Value["python-packages"].Select(PackageNames.Normalize)));
    private static readonly Lazy<NameSet> LazyNuGet = new(static () => new NameSet(Sections.Value["nuget-packages"].Concat(Sections.Value["nuget-general"])));
    private static readonly Lazy<NameSet> LazyNuGetModels = new(static () => new NameSet(Sections.Value["nuget-packages"]));
    private static readonly Lazy<NameSet> LazyNeighbours = new(static () => new NameSet(Sections.Value["python-neighbours"]));

    /// <summary>Repositories on the Hugging Face hub: owner/name, and the old names without an owner.</summary>
    public static NameSet HubModels => LazyModels.Value;

    /// <summary>Organisations and people on the hub: those of the list, and the owners of the models.</summary>
    public static NameSet HubOwners => LazyOwners.Value;

    /// <summary>Python packages people use with models, normalised (PEP 503).</summary>
    public static NameSet PythonPackages => LazyPython.Value;

    /// <summary>Those of <see cref="PythonPackages"/> that say that a project has to do with models, and not with data in general.</summary>
    public static NameSet ModelPackages => LazyModelPackages.Value;

    /// <summary>Much-used Python packages that look like one of the above, and are nobody's imitation.</summary>
    public static NameSet PythonNeighbours => LazyNeighbours.Value;

    /// <summary>NuGet packages people use with models.</summary>
    public static NameSet NuGetPackages => LazyNuGet.Value;

    /// <summary>Those of <see cref="NuGetPackages"/> that say that a project has to do with models.</summary>
    public static NameSet NuGetModelPackages => LazyNuGetModels.Value;

    private static IEnumerable<string> Owners() => Sections.Value["hub-owners"]
        .Concat(Sections.Value["hub-models"].Where(static model => model.IndexOf('/') > 0).Select(static model => model.Substring(0, model.IndexOf('/'))))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, List<string>> Read()
    {
        using var stream = typeof(WellKnownNames).Assembly.GetManifestResourceStream("wellknown-names.txt") ?? throw new InvalidOperationException("wellknown-names.txt is not embedded");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> section = [];
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '@')
                sections.Add(line.Substring(2), section = []);
            else if (line[0] != '#')
                section.Add(line);
        }

        return sections;
    }
}
