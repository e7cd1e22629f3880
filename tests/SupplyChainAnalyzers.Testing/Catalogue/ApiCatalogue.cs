using System.Text.Json;

namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>The catalogue of .NET APIs that touch models: the source of the analyzer's table and of the stubs.</summary>
public static class ApiCatalogue
{
    private static readonly Lazy<IReadOnlyList<CatalogueEntry>> Loaded = new(Load);
    private static readonly Lazy<IReadOnlyDictionary<string, CataloguePackage>> LoadedPackages = new(LoadPackages);
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Every overload, in the file's order.</summary>
    public static IReadOnlyList<CatalogueEntry> Entries => Loaded.Value;

    /// <summary>Which assemblies hold the types of a package.</summary>
    public static IReadOnlyDictionary<string, CataloguePackage> Packages => LoadedPackages.Value;

    private static List<CatalogueEntry> Load()
    {
        using var stream = Resources.Open("api_catalogue.json");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("entries").Deserialize<List<CatalogueEntry>>(Options)!;
    }

    private static Dictionary<string, CataloguePackage> LoadPackages() =>
        Resources.ReadText("assemblies.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(static line => line[0] != '#')
            .Select(static line => line.Split('\t'))
            .ToDictionary(
                static cells => cells[0],
                static cells => new CataloguePackage(cells[0], cells[1] == "-" ? null : cells[1], cells[2].Split(' ')),
                StringComparer.Ordinal);
}
