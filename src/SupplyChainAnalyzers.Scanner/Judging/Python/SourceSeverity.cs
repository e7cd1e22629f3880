using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>How bad a call in source code is: by what it does, when it happens, and what it is given.</summary>
internal static class SourceSeverity
{
    /// <summary>Null where code of models may do so.</summary>
    public static Severity? Of(string effect, string name, PyCall call, When when, TextSign? sign, bool isDecoded)
    {
        var isSure = sign is { IsSure: true };
        return effect switch
        {
            "run" when when == When.Import => Severity.Critical,
            "run" when isSure || isDecoded || (when == When.Use && !name.StartsWith("subprocess.", StringComparison.Ordinal)) => Severity.High,
            "run" => StartsTool(name, call) ? null : Severity.Medium,
            "eval" when isDecoded => when == When.Import ? Severity.Critical : Severity.High,
            "eval" when IsConstant(call) && TakesText(name) => null,
            "eval" when when == When.Import => OpensFile(call) ? Severity.Medium : Severity.High,
            "eval" => name is "builtins.eval" ? Severity.Low : Severity.Medium,
            "native" => when == When.Import || isSure || isDecoded ? Severity.High : Severity.Medium,
            "connect" when when == When.Import || isSure => Severity.High,
            "connect" => sign is not null || name.StartsWith("socket", StringComparison.Ordinal) ? Severity.Medium : null,
            "remove" when isSure => Severity.High,
            "remove" => when == When.Import ? Severity.Medium : null,
            "load" when IsConstant(call) && !name.StartsWith("torch", StringComparison.Ordinal) && call.Arguments[0].Kind == PyValueKind.Bytes => Severity.High,
            "load" when isDecoded && when == When.Import => Severity.High,
            "load" when isDecoded => Severity.Medium,
            "load" => when == When.Import ? Severity.Medium : null,
            "open" when isSure => when == When.Call ? Severity.Medium : Severity.High,
            "open" => call.Function.Length == 0 && Writes(call) ? Severity.Low : null,
            "reach" => Reach(name, call, when, isDecoded),
            _ => null,
        };
    }

    public static string Phrase(string effect, bool isDecoded) => effect switch
    {
        "run" => "starts other programs",
        "eval" => isDecoded ? "unpacks hidden code and runs it" : "runs code that it is given as text",
        "native" => "calls native code",
        "connect" => "opens network connections",
        "remove" => "deletes, moves or changes files",
        "load" => "loads pickles, which may run code",
        "open" => "opens files",
        _ => "reaches functions by names that it computes",
    };

    private static Severity? Reach(string name, PyCall call, When when, bool isDecoded)
    {
        if (isDecoded)
            return when == When.Import ? Severity.High : Severity.Medium;
        if (name == "builtins.getattr")
        {
            var isComputed = call.Arguments.Count > 1 && !call.Arguments[1].IsConstant;
            var isSystem = call.Arguments.Count > 0 && call.Arguments[0] is { Kind: PyValueKind.Named, Text: "os" or "builtins" or "subprocess" or "sys" or "posix" or "nt" or "pty" or "importlib" or "ctypes" or "socket" };
            return isComputed && isSystem ? when == When.Import ? Severity.High : Severity.Medium : null;
        }

        return name == "builtins.__import__" && !IsConstant(call) && when == When.Import ? Severity.Medium : null;
    }

    private static bool IsConstant(PyCall call) => call.Arguments.Count > 0 && call.Arguments[0].IsConstant;

    // Which commit this is, which card there is, decoding sound: with the words written out, and no shell between.
    private static bool StartsTool(string name, PyCall call) =>
        name.StartsWith("subprocess.", StringComparison.Ordinal) && call.Arguments.Count > 0 && call.Arguments[0] is { Kind: PyValueKind.List, Items: [{ IsConstant: true, Text: "git" or "nvidia-smi" or "ffmpeg" or "ffprobe" or "which" or "nvcc" or "lscpu" or "uname" }, ..] };

    private static bool TakesText(string name) => name is "builtins.exec" or "builtins.eval" or "timeit.timeit" or "timeit.repeat" or "pandas.eval";

    // exec(open("version.py").read()) is how packages share their version.
    private static bool OpensFile(PyCall call) => call.Arguments.Count > 0 && call.Arguments[0] is { Kind: PyValueKind.Named } file && SourceNames.EffectOf(file.Text) == "open";

    private static bool Writes(PyCall call) => call.Arguments.Count > 1 && call.Arguments[1].IsConstant && call.Arguments[1].Text.AsSpan().IndexOfAny("wax+") >= 0 && call.Arguments[1].Text.Length <= 4;
}
