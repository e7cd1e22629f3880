using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging.Marshal;
using SupplyChainAnalyzers.Scanner.Judging.Python;

namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>
/// Judges marshalled Python byte code (Keras Lambda layers, <c>.pyc</c>, <c>marshal.loads</c> in pickles) by the names it uses and the
/// strings it holds. The instructions are not followed: which name belongs to which is guessed in favour of a finding.
/// </summary>
internal static class MarshalJudge
{
    /// <summary>Names of one code object that are paired with one another.</summary>
    private const int MaxNames = 2_000;

    private const int MaxTexts = 10_000;

    private static readonly HashSet<string> Modules = new(
        ["os", "posix", "nt", "subprocess", "pty", "socket", "ctypes", "shutil", "pickle", "marshal", "importlib", "requests", "urllib", "urllib.request", "runpy", "code", "webbrowser", "builtins", "__builtins__", "commands", "ftplib", "smtplib", "http.client", "types"],
        StringComparer.Ordinal);

    // Built in functions, and the attributes that lead to them.
    private static readonly HashSet<string> Reaching = new(["exec", "eval", "__import__", "compile", "execfile", "__subclasses__", "__globals__", "__builtins__", "import_module", "breakpoint"], StringComparer.Ordinal);

    /// <summary>What the code reaches, the worst first; empty when it is nothing of note; null when this is no code object.</summary>
    public static IReadOnlyList<CodeSign>? Find(ReadOnlySpan<byte> data)
    {
        if (Read(data) is not { } code)
            return null;

        var signs = new List<CodeSign>();
        foreach (var names in code.Names)
            Names(names, code.Texts, signs);
        foreach (var text in code.Texts.Take(MaxTexts))
            Add(TextJudge.Find(text), signs);
        foreach (var bytes in code.Bytes.Take(MaxTexts))
            Add(TextJudge.Find(bytes), signs);

        return [.. signs.DistinctBy(static sign => sign.What).OrderByDescending(static sign => sign.IsSure)];
    }

    /// <summary>Of the layouts that can be read, the one that leaves least unread; null when there is none.</summary>
    private static MarshalCode? Read(ReadOnlySpan<byte> data)
    {
        MarshalCode? best = null;
        var reached = 0;
        foreach (var layout in CodeLayout.All)
        {
            var code = new MarshalCode();
            var reader = new MarshalReader(data, layout, code);
            if (reader.TryRead() && code.Names.Count > 0 && reader.Position > reached)
                (best, reached) = (code, reader.Position);
        }

        return best;
    }

    private static void Names(IReadOnlyList<string> names, List<string> texts, List<CodeSign> signs)
    {
        var used = names.Count <= MaxNames ? names : [.. names.Take(MaxNames)];
        foreach (var name in used)
        {
            if (Reaching.Contains(name))
                signs.Add(new CodeSign($"reaches any other function by its name ({name})", "builtins." + name, true));
            else if (name == "open")
                signs.Add(new CodeSign("reads or writes files (open)", "builtins.open", false));
        }

        foreach (var module in used.Concat(texts.Where(Modules.Contains)).Where(Modules.Contains).Distinct(StringComparer.Ordinal))
        {
            var found = signs.Count;
            foreach (var name in used.Concat(texts.Take(MaxNames)).Where(static name => name.Length is > 0 and < 100))
            {
                var dotted = (module == "__builtins__" ? "builtins" : module) + "." + name;
                if (SourceNames.EffectOf(dotted) is { } effect && effect != "open" && !Modules.Contains(name))
                    signs.Add(new CodeSign($"{SourceSeverity.Phrase(effect, isDecoded: false)} ({Printable.Of(dotted, 80)})", dotted, effect is "run" or "eval" or "native" or "connect"));
            }

            if (signs.Count == found && module is not ("os" or "types" or "http.client"))
                signs.Add(new CodeSign($"imports '{module}', which models have no use for", module, false));
        }
    }

    private static void Add(TextSign? sign, List<CodeSign> signs)
    {
        if (sign is not null)
            signs.Add(new CodeSign($"holds a text that {sign.What} ('{Printable.Of(sign.Excerpt, 80)}')", "", sign.IsSure));
    }
}
