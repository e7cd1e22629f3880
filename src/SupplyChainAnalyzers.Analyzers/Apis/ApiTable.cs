namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>
/// The embedded table of members that load, download or name models: Data/model-apis.tsv, generated from the catalogue.
/// <code>
/// @ assembly names, separated by spaces
/// type TAB member TAB kind TAB class TAB risk TAB parameter=role+role … TAB formats
/// </code>
/// </summary>
internal sealed class ApiTable
{
    private static readonly Lazy<ApiTable> Embedded = new(static () => Parse(ReadResource()));

    private readonly Dictionary<string, ApiType> _types = new(StringComparer.Ordinal);

    /// <summary>The table of this build, read once a process.</summary>
    public static ApiTable Shared => Embedded.Value;

    public IReadOnlyCollection<ApiType> Types => _types.Values;

    public ApiType? Find(string metadataName) => _types.TryGetValue(metadataName, out var type) ? type : null;

    /// <summary>Reads a table's text. A bad line is a fault of the build and throws.</summary>
    public static ApiTable Parse(string text)
    {
        var table = new ApiTable();
        string[] assemblies = [];
        foreach (var line in text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '@')
                assemblies = line.Substring(2).Split(' ');
            else if (line[0] != '#')
                table.AddMember(line.Split('\t'), assemblies);
        }

        return table;
    }

    private void AddMember(string[] cells, string[] assemblies)
    {
        if (!_types.TryGetValue(cells[0], out var type))
            _types.Add(cells[0], type = new ApiType(cells[0], assemblies));

        var roles = new Dictionary<string, ParameterRoles>(StringComparer.Ordinal);
        foreach (var pair in Words(cells[5]))
        {
            var equals = pair.IndexOf('=');
            // The names of flags are separated by commas for the parser.
            roles.Add(pair.Substring(0, equals), Parse<ParameterRoles>(pair.Substring(equals + 1).Replace('+', ',')));
        }

        type.Add(new ApiMember(type, cells[1], Parse<ApiKind>(cells[2]), Parse<ApiClass>(cells[3]), cells[4], roles, Words(cells[6])));
    }

    private static string[] Words(string cell) => cell.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static T Parse<T>(string word)
        where T : struct => (T)Enum.Parse(typeof(T), word, ignoreCase: true);

    private static string ReadResource()
    {
        using var reader = new StreamReader(typeof(ApiTable).Assembly.GetManifestResourceStream("model-apis.tsv"));
        return reader.ReadToEnd();
    }
}
