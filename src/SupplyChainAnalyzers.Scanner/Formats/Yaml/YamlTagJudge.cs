using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Yaml;

/// <summary>
/// Tags of YAML. PyYAML's unsafe loaders call what <c>python/object/apply</c>, <c>python/object/new</c> and <c>python/object</c> name
/// (PyYAML documentation, "YAML tags and Python types"; CVE-2017-18342, CVE-2020-14343); SnakeYAML makes any Java class (CVE-2022-1471).
/// </summary>
internal static class YamlTagJudge
{
    private const string Python = "tag:yaml.org,2002:python/";
    private static readonly string[] Data = ["none", "bool", "bytes", "str", "unicode", "int", "long", "float", "complex", "list", "tuple", "dict"];

    /// <param name="tag">Resolved: handles replaced, %XX undone.</param>
    /// <param name="offset">Of the tag.</param>
    /// <param name="context">Takes the finding.</param>
    public static void Check(string tag, long offset, ScanContext context)
    {
        if (tag.StartsWith(Python, StringComparison.Ordinal))
            CheckPython(tag[Python.Length..], offset, context);
        else if (tag.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal) && IsClassPath(tag["tag:yaml.org,2002:".Length..]))
            context.Report(Rules.ConfiguredCall, $"has a Java class made by its reader ('{Printable.Of(tag, 100)}'); do not load it", offset, Severity.High, tag);
        else if (tag.StartsWith("tag:yaml.org,2002:ruby/", StringComparison.Ordinal) || tag.StartsWith("!ruby/", StringComparison.Ordinal))
            context.Report(Rules.ConfiguredCall, $"has a Ruby object made by its reader ('{Printable.Of(tag, 100)}'); do not load it", offset, Severity.Medium, tag);
    }

    private static void CheckPython(string rest, long offset, ScanContext context)
    {
        if (Data.Contains(rest))
            return;

        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var (kind, name) = colon < 0 ? (rest, "") : (rest[..colon], rest[(colon + 1)..]);
        var judgement = Callables.Judge(name);
        var severity = (kind, judgement.Risk) switch
        {
            (_, CallableRisk.Dangerous) => Severity.Critical,
            ("object/apply" or "object/new", CallableRisk.Unknown) => Severity.High,
            (_, CallableRisk.Unknown) => Severity.Medium,
            _ => Severity.Low,
        };
        var effect = judgement.Effect.Length > 0 ? $", which {judgement.Effect}" : "";
        context.Report(Rules.ConfiguredCall, $"makes PyYAML's unsafe loaders {Verb(kind)} '{Printable.Of(name, 100)}'{effect}; load it with yaml.safe_load only", offset, severity, name);
    }

    private static string Verb(string kind) => kind switch
    {
        "module" => "import",
        "name" => "hand out",
        _ => "call",
    };

    private static bool IsClassPath(string name) => name.Count(static c => c == '.') >= 2 && !name.Contains('/', StringComparison.Ordinal);
}
