using System.Collections.Frozen;

namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>
/// Judges Python names without resolving them. Default deny: what is on no list is unknown, never harmless. Every dotted
/// prefix counts, since a name reaches through modules (<c>torch.serialization.os.system</c>).
/// </summary>
internal static class Callables
{
    private static readonly Lazy<FrozenSet<string>> Harmless = new(() => Lines("harmless").Select(static fields => fields[0] + "." + fields[1]).ToFrozenSet(StringComparer.Ordinal));
    private static readonly Lazy<FrozenDictionary<string, string>> Dangerous = new(() => Lines("dangerous")
        .GroupBy(static fields => fields[2] == "*" ? fields[1] : fields[1] + "." + fields[2], StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.First()[0], StringComparer.Ordinal));

    /// <summary>A name as pickle, Keras or Hydra writes it: <c>os</c> and <c>system</c>.</summary>
    public static CallableJudgement Judge(string module, string name) => Judge(module + "." + name);

    /// <summary>A dotted name.</summary>
    public static CallableJudgement Judge(string dotted)
    {
        for (var end = dotted.Length; end > 0; end = dotted.LastIndexOf('.', end - 1))
        {
            if (Dangerous.Value.TryGetValue(dotted[..end], out var effect))
                return new CallableJudgement(CallableRisk.Dangerous, effect);
        }

        return new CallableJudgement(Harmless.Value.Contains(dotted) ? CallableRisk.Harmless : CallableRisk.Unknown, "");
    }

    private static IEnumerable<string[]> Lines(string table)
    {
        using var reader = new StreamReader(typeof(Callables).Assembly.GetManifestResourceStream($"Callables.{table}.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
