using System.Collections.Frozen;

namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>The lists of <c>Judging/Data</c>, read once. Each line is data with tabs between; what each file holds stands in its head.</summary>
internal static class CallableTables
{
    private static readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> HarmlessNames = new(() =>
        Lines("harmless").Select(static fields => fields[0] + "." + fields[1]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    private static readonly Lazy<FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> DangerousNames = new(() => Lines("dangerous")
        .Select(static fields => (Name: fields[2] == "*" ? fields[1] : fields[1] + "." + fields[2], Effect: fields[0]))
        .Concat(Lines("stdlib").Where(static fields => fields[0] is not (CallableEffects.Harmless or CallableEffects.Unknown)).Select(static fields => (Name: fields[1], Effect: fields[0])))
        .GroupBy(static pair => pair.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.First().Effect, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>());

    private static readonly Lazy<FrozenDictionary<string, StandardModule>.AlternateLookup<ReadOnlySpan<char>>> StandardModules = new(() => Lines("stdlib")
        .ToFrozenDictionary(static fields => fields[1], static fields => new StandardModule(fields[0], fields[2] == "~"), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>());

    private static readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> ClassPackages = new(() =>
        Lines("classes").Select(static fields => fields[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    private static readonly Lazy<FrozenDictionary<string, string>> PythonTwoNames = new(() => Lines("python2")
        .ToFrozenDictionary(static fields => Joined(fields[0], fields[1]), static fields => Joined(fields[2], fields[3]), StringComparer.Ordinal));

    public static bool IsHarmless(ReadOnlySpan<char> dotted) => HarmlessNames.Value.Contains(dotted);

    /// <summary>The effect of exactly this name; null when it is on no list of danger.</summary>
    public static string? Danger(ReadOnlySpan<char> dotted) => DangerousNames.Value.TryGetValue(dotted, out var effect) ? effect : null;

    public static StandardModule? Standard(ReadOnlySpan<char> module) => StandardModules.Value.TryGetValue(module, out var standard) ? standard : null;

    public static bool IsClassPackage(ReadOnlySpan<char> package) => ClassPackages.Value.Contains(package);

    /// <summary>What Python 3's loader reads in place of a name of Python 2; null when it keeps it.</summary>
    public static string? InPythonThree(string dotted)
    {
        if (PythonTwoNames.Value.TryGetValue(dotted, out var name))
            return name;

        var end = dotted.LastIndexOf('.');
        return end > 0 && PythonTwoNames.Value.TryGetValue(dotted[..end], out var module) ? module + dotted[end..] : null;
    }

    /// <summary>The lines of a list that are no comments, in fields.</summary>
    public static IEnumerable<string[]> Lines(string table)
    {
        using var reader = new StreamReader(typeof(CallableTables).Assembly.GetManifestResourceStream($"Callables.{table}.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    private static string Joined(string module, string name) => name == "*" ? module : module + "." + name;
}
