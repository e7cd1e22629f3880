using System.Buffers;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Hub;
using SupplyChainAnalyzers.Scanner.Formats.Plain;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Yaml;

/// <summary>
/// YAML of model repositories: tags that make a loader build objects of Python or Java, and the values that readers act upon
/// (<see cref="ConfigJudge"/>). Nothing is constructed.
/// </summary>
internal static class YamlScan
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n,]}");

    public static void Scan(ByteSource source, ScanContext context)
    {
        if (source.Length > TextFile.MaxSize)
            context.Unscannable($"is longer than {TextFile.MaxSize >> 20} MiB, so that the rest of it was not read; split it", TextFile.MaxSize);

        var judge = new ConfigJudge(context);
        var text = TextFile.Read(source);
        var reader = new YamlEntries(text);
        foreach (var entry in reader.Read())
        {
            if (entry.Tag.Length > 0)
                YamlTagJudge.Check(entry.Tag, entry.Offset, context);
            if (entry.Value.Length > 0)
                judge.Check(new ConfigEntry(entry.Key, entry.Around, entry.Value, IsText: entry.Value is not ("true" or "True"), entry.Index, entry.Offset));
        }

        Plainly(text, judge, context);
        if (reader.RenamesPython)
            context.Report(Rules.ConfiguredCall, "gives the tags that make Python objects another name, which only hides them; do not load it", severity: Severity.High);
        if (reader.Aliases > YamlEntries.MaxAliases)
            context.Report(Rules.ResourceExhaustion, $"repeats parts of itself {reader.Aliases} times by reference, which grows when it is read; do not load it", severity: Severity.Medium);
    }

    // Where a quote or bracket opens and closes, two readers may disagree: what is telling is told wherever it stands.
    private static void Plainly(string text, ConfigJudge judge, ScanContext context)
    {
        const string Tag = "!!python/";
        for (var at = text.IndexOf(Tag, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Tag, at + 1, StringComparison.Ordinal))
        {
            var length = text.AsSpan(at).IndexOfAny(Blanks);
            YamlTagJudge.Check("tag:yaml.org,2002:" + (length < 0 ? text[(at + 2)..] : text.Substring(at + 2, length - 2)), at, context);
        }

        const string Target = "_target_";
        for (var at = text.IndexOf(Target, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Target, at + 1, StringComparison.Ordinal))
        {
            var value = text.AsSpan(at + Target.Length).TrimStart("\"' \t");
            if (value.Length > 1 && value[0] == ':' && value[1..].TrimStart() is var rest && rest.IndexOfAny(Blanks) is var end)
                judge.Check(new ConfigEntry(Target, [], rest[..Math.Min(end < 0 ? rest.Length : end, 200)].Trim("\"'").ToString(), IsText: true, -1, at));
        }
    }
}
