namespace SupplyChainAnalyzers.Core.Tests.Policy;

/// <summary>Policies by chance, every member among them; from few values, so that two of them are often comparable.</summary>
internal sealed class RandomPolicy(int seed)
{
    private readonly Random _random = new(seed);

    public string Members() => Object(
        ("mode", () => Word("audit", "default", "strict")),
        ("sources", () => Object(
            ("default", () => Word("allow", "deny")),
            ("allow", () => List(() => Object(1, ("type", () => Word("huggingface", "oci")), ("orgs", Patterns), ("repos", Patterns), ("host", Pattern)))),
            ("endpoints", Patterns),
            ("requireHttps", Flag),
            ("allowedRedirectHosts", Patterns))),
        ("signatures", () => Object(
            ("require", () => Word("declared", "always")),
            ("trusted", () => Map(Signer)))),
        ("formats", () => Object(("allow", Formats), ("deny", Formats))),
        ("scan", () => Object(
            ("failOn", () => Word("malicious", "suspicious")),
            ("onUnscannable", () => Word("warn", "fail")),
            ("requireIsolation", Flag),
            ("pickle", () => Object(("allowGlobals", Patterns))),
            ("onnx", () => Object(("allowDomains", Patterns), ("externalData", () => Word("same-directory", "deny")))))),
        ("frameworks", () => Object(("minimum", () => Object(("pypi/torch", Version), ("nuget/A.B", Version))))),
        ("licenses", () => Object(("allow", Patterns), ("onUnknown", () => Word("allow", "warn", "fail")))),
        ("provenance", () => Object(("require", () => List(() => Word("source", "baseModel", "evaluation"))))),
        ("behavior", () => Object(
            ("require", () => Object(("onnx", Checks), ("gguf", Checks))),
            ("tier", () => Word("off", "fast", "standard", "deep")),
            ("budgetSeconds", () => Number(1, 3)))),
        ("approvals", () => Object(("required", () => Number(0, 2)), ("reviewers", () => Map(Path)))),
        ("advisories", () => _random.Next(2) == 0
            ? Object(("maxAgeDays", () => Number(1, 3)))
            : Object(3, ("file", Path), ("sha256", Digest), ("maxAgeDays", () => Number(1, 3)))),
        ("bom", () => Object(("require", Flag))),
        ("exemptions", () => Object(("SCA3002@sha256:" + A, Exemption), ("SCA3001@sha256:" + A, Exemption), ("SCA5113@sha256:" + B, Exemption))))[1..^1];

    public const string A = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string B = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    private string Signer() => Word("key", "certificate", "sigstore") switch
    {
        "\"key\"" => Object(3, ("method", static () => "\"key\""), ("for", Some), ("keys", () => $"[{Path()}]")),
        "\"certificate\"" => Object(3, ("method", static () => "\"certificate\""), ("for", Some), ("roots", () => $"[{Path()}]"), ("identity", Pattern), ("timestampRoots", () => $"[{Path()}]")),
        _ => Object(4, ("method", static () => "\"sigstore\""), ("for", Some), ("issuer", Pattern), ("identity", Pattern)),
    };

    private string Exemption() => Object(
        4, ("reason", static () => "\"r\""), ("author", static () => "\"x\""), ("reviewer", () => Word("a", "b")), ("expires", () => Word("2026-01-31", "2026-06-30")));

    private string Object(params (string Name, Func<string> Value)[] members) => Object(0, members);

    /// <summary>The first ones always, of the others about every third, in any order.</summary>
    private string Object(int always, params (string Name, Func<string> Value)[] members)
    {
        var chosen = members.Where((_, i) => i < always || _random.Next(3) == 0).ToArray();
        _random.Shuffle(chosen);
        return "{" + string.Join(", ", chosen.Select(static member => $"\"{member.Name}\": {member.Value()}")) + "}";
    }

    private string Map(Func<string> value) => Object(("a", value), ("b", value));

    private string List(Func<string> value) => "[" + string.Join(", ", Enumerable.Range(0, _random.Next(3)).Select(_ => value())) + "]";

    private string Some() => $"[{Pattern()}]";

    private string Patterns() => List(Pattern);

    private string Pattern() => Word("x", "x/*", "x/y", "**");

    private string Formats() => List(() => Word("onnx", "pickle", "keras*", "*"));

    private string Checks() => List(() => Word("golden", "weights"));

    private string Version() => Word("1", "1.2", "2.0.1");

    private string Path() => Word("k1.pem", "../k2.pem");

    private string Digest() => Word(A, B);

    private string Flag() => _random.Next(2) == 0 ? "true" : "false";

    private string Number(int min, int max) => _random.Next(min, max + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Word(params string[] words) => $"\"{words[_random.Next(words.Length)]}\"";
}
