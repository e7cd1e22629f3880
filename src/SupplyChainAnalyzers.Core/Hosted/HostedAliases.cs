using System.Text;

namespace SupplyChainAnalyzers.Core.Hosted;

/// <summary>Names of hosted models that float: hosted-aliases.txt, read on first use.</summary>
public static class HostedAliases
{
    private const string LatestEnd = "-latest";
    private const string NoDate = "-";

    private static readonly Lazy<Dictionary<string, HostedAlias>> Table = new(Read);

    /// <summary>
    /// The alias that <paramref name="model"/> is; null for a dated name, and for one that no provider here moves. A name that
    /// says itself that it is the latest floats, whoever serves it.
    /// </summary>
    /// <param name="model">As the code writes it.</param>
    /// <param name="provider">Whose model it has to be; null when that is not known.</param>
    public static HostedAlias? Find(string model, string? provider)
    {
        if (Table.Value.TryGetValue(model, out var alias) && (provider is null || alias.Provider == provider))
            return alias;

        return provider is not null && model.Length > LatestEnd.Length && model.EndsWith(LatestEnd, StringComparison.Ordinal) ? new HostedAlias(provider, model, null) : null;
    }

    internal static IEnumerable<HostedAlias> All => Table.Value.Values;

    private static Dictionary<string, HostedAlias> Read()
    {
        using var stream = typeof(HostedAliases).Assembly.GetManifestResourceStream("hosted-aliases.txt") ?? throw new InvalidOperationException("hosted-aliases.txt is not embedded");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var table = new Dictionary<string, HostedAlias>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
                continue;

            var words = line.Split(' ');
            table.Add(words[1], new HostedAlias(words[0], words[1], words[2] == NoDate ? null : words[2]));
        }

        return table;
    }
}
