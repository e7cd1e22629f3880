using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging.Python;

namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>
/// Judges Python source without running it. Two things decide: what a call does (<c>Judging/Data/source.tsv</c>), and whether
/// importing the source is enough to make it happen. Code of models as people write it (torch, numpy, reading a path or an
/// environment variable) gives nothing.
/// </summary>
internal static class PythonSource
{
    /// <summary>Characters. The longest modeling code of transformers has 200,000.</summary>
    public const int MaxLength = 4 << 20;

    private const int MaxFindings = 40;

    // Code as text, within code as text.
    private const int MaxDepth = 4;

    // What a loader, server or trainer calls on its own once it has the class.
    private static readonly HashSet<string> CalledByLoaders = new(
        [
            "__init__", "__new__", "__call__", "__reduce__", "__reduce_ex__", "__setstate__", "__getattr__", "__getattribute__", "__del__", "__init_subclass__", "__class_getitem__", "__enter__",
            "__exit__", "forward", "call", "build", "initialize", "handle", "preprocess", "inference", "postprocess", "setup", "generate", "predict", "load", "load_model", "from_pretrained", "from_config",
            "_info", "_split_generators", "_generate_examples", "load_context", "model_fn", "input_fn", "predict_fn", "output_fn", "_load_pyfunc",
        ],
        StringComparer.Ordinal);

    /// <summary>What is wrong with it, in the order of the source; empty when nothing is.</summary>
    public static IReadOnlyList<SourceFinding> Judge(string source) => Judge(source, 0);

    private static List<SourceFinding> Judge(string source, int depth)
    {
        var findings = new List<SourceFinding>();
        if (SourceEncoding.Find(source) is { } encoding)
            findings.Add(encoding);

        var facts = PyReader.Read(source.Length <= MaxLength ? source : source[..MaxLength]);
        if (facts.IsIncomplete || source.Length > MaxLength)
            findings.Add(new SourceFinding(Severity.Medium, "is longer or nested deeper than code that people write, so that a part of it could not be judged", "", 0));

        var reach = PyReach.Of(facts);
        foreach (var call in facts.Calls)
        {
            if (Of(call, reach.When(call.Function), depth) is not { } finding || IsTold(findings, finding))
                continue;
            if (findings.Count < MaxFindings)
                findings.Add(finding);
            else if (findings.FindIndex(kept => kept.Severity < finding.Severity) is >= 0 and var mildest)
                findings[mildest] = finding;
        }

        return findings;
    }

    // Popen(…).communicate() is one thing; told once where it is no worse the second time.
    private static bool IsTold(List<SourceFinding> findings, SourceFinding finding) => findings.Exists(told =>
        told.Severity >= finding.Severity && told.Symbol.Length > 0 && finding.Symbol.Length > told.Symbol.Length && finding.Symbol[told.Symbol.Length] == '.' && finding.Symbol.StartsWith(told.Symbol, StringComparison.Ordinal));

    private static SourceFinding? Of(PyCall call, When when, int depth)
    {
        var name = call.Callee.Text;
        if (when == When.Call && CalledByLoaders.Contains(call.Function[(call.Function.LastIndexOf('.') + 1)..]))
            when = When.Use;
        if (call.Callee.Kind != PyValueKind.Named)
            return call.Callee.IsDecoded ? Found(call, when, when == When.Import ? Severity.High : Severity.Medium, "calls something that it unpacks first") : null;

        var effect = SourceNames.EffectOf(name);
        if (effect is null)
            return null;
        if (call.IsMention)
            return Mention(call, effect, when, name);

        var sign = call.Arguments.SelectMany(static argument => argument.Strings()).Take(20).Select(static text => TextJudge.Find(text)).OfType<TextSign>().OrderByDescending(static found => found.IsSure).FirstOrDefault();
        if (effect == "eval" && depth < MaxDepth && call.Arguments.FirstOrDefault(static argument => argument.IsConstant) is { } code && Judge(code.Text, depth + 1).MaxBy(static finding => finding.Severity) is { } inner)
            return Found(call, when, code.IsDecoded || when == When.Import ? Max(inner.Severity, Severity.High) : inner.Severity, "holds, as text, code that " + inner.What);

        var isDecoded = call.Arguments.Any(static argument => argument.IsDecoded || argument.Items.Any(static item => item.IsDecoded));
        return SourceSeverity.Of(effect, name, call, when, sign, isDecoded) is { } severity
            ? Found(call, when, severity, SourceSeverity.Phrase(effect, isDecoded), sign)
            : null;
    }

    // Somebody else may call it: a thread, a pickle that __reduce__ makes.
    private static SourceFinding? Mention(PyCall call, string effect, When when, string name)
    {
        if (effect is not ("run" or "eval") || !name.Contains('.', StringComparison.Ordinal))
            return null;

        var isReduce = call.Function.EndsWith("__reduce__", StringComparison.Ordinal) || call.Function.EndsWith("__reduce_ex__", StringComparison.Ordinal);
        if (!isReduce && when != When.Import && effect == "eval")
            return null;

        return Found(call, when, isReduce ? Severity.High : Severity.Medium, "hands on a function that " + SourceSeverity.Phrase(effect, isDecoded: false));
    }

    private static SourceFinding Found(PyCall call, When when, Severity severity, string phrase, TextSign? sign = null)
    {
        var name = call.Callee.Text.Length > 0 ? Printable.Of(call.Callee.Text, 80) : "a hidden function";
        var with = sign is { Excerpt.Length: > 0 } ? $" with '{Printable.Of(sign.Excerpt, 80)}'" : "";
        var time = when switch
        {
            When.Import => "as soon as it is imported",
            When.Use => "as soon as the model is loaded or used",
            _ => "when the function it stands in is called",
        };
        return new SourceFinding(severity, $"{phrase} ({name}{with}) {time}", call.Callee.Text, call.Offset);
    }

    private static Severity Max(Severity left, Severity right) => left > right ? left : right;
}
