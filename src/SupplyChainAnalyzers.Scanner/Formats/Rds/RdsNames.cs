using System.Collections.Frozen;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Rds;

/// <summary>
/// Judges names in stored R code. Models of lm, glm or caret keep formulas, calls and functions; none of them starts programs
/// or fetches files.
/// </summary>
internal sealed class RdsNames(ScanContext context)
{
    // base, utils, callr, processx: programs, libraries, network, deletion.
    private static readonly FrozenSet<string> Harmful = FrozenSet.Create(
        StringComparer.Ordinal, "system", "system2", "shell", "shell.exec", "pipe", "dyn.load", "library.dynam", "source", "sys.source", "download.file", "socketConnection", "serverSocket", "make.socket",
        "install.packages", "unlink", "file.remove", "Sys.chmod", "rcmd", "run_bg", "r_bg", "makeActiveBinding", "reg.finalizer", "browseURL", "cppFunction", "sourceCpp", "url.show");

    // Code out of texts.
    private static readonly FrozenSet<string> Doubtful = FrozenSet.Create(StringComparer.Ordinal, "parse", "str2lang", "str2expression", "url", "unserialize", "readRDS", "delayedAssign", "Sys.setenv", "writeBin", "file.copy", "file.rename");

    // A saved workspace runs them at the start and the end of a session.
    private static readonly FrozenSet<string> Hooks = FrozenSet.Create(StringComparer.Ordinal, ".First", ".Last", ".First.sys", ".onLoad", ".onAttach", ".onUnload");

    /// <summary>A call of this name stands in code.</summary>
    public void Call(string name, RdsPlace place, long at)
    {
        if (Harmful.Contains(name))
            context.Report(Rules.EvaluatedValue, $"holds {Where(place)} that calls '{name}', which runs programs or reaches files and network; do not load it", at, symbol: name);
        else if (Doubtful.Contains(name) || (place == RdsPlace.Promise && name is "eval" or "evalq" or "do.call" or "get" or "library" or "require" or "loadNamespace"))
            context.Report(Rules.EvaluatedValue, $"holds {Where(place)} that calls '{name}'; read it before you load it", at, place == RdsPlace.Promise ? Severity.High : Severity.Medium, name);
    }

    /// <summary>A name stands in code without being called: handed to something that calls it.</summary>
    public void Mention(string name, RdsPlace place, long at)
    {
        if (name is "system" or "system2" or "shell.exec" or "dyn.load" or "sys.source" or "download.file")
            context.Report(Rules.EvaluatedValue, $"holds {Where(place)} that hands on '{name}', which runs programs or fetches files; do not load it", at, Severity.Medium, name);
    }

    /// <summary>A constant in code.</summary>
    public void Text(string text, RdsPlace place, long at)
    {
        Mention(text, place, at);
        if (TextJudge.Find(text) is { } sign)
            context.Report(Rules.EvaluatedValue, $"holds {Where(place)} with a text that {sign.What}: '{Printable.Of(sign.Excerpt, 100)}'; do not load it", at, sign.Severity);
    }

    /// <summary>A promise that is still to be evaluated stands where R keeps none.</summary>
    public void Promise(long at) => context.Report(
        Rules.EvaluatedValue, "holds a promise in place of data, which R evaluates when the value is first used (CVE-2024-27322): whatever its author wrote runs then; do not load it", at, symbol: "promise");

    /// <summary>A saved workspace has a function of this name.</summary>
    public void Variable(string name, long at)
    {
        if (Hooks.Contains(name))
            context.Report(Rules.EvaluatedValue, $"defines the function '{name}', which R calls by itself when the workspace is loaded; do not load it", at, symbol: name);
    }

    private static string Where(RdsPlace place) => place == RdsPlace.Promise ? "a promise, evaluated when the value is first used," : "code";
}
