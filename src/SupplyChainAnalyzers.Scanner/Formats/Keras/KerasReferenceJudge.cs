using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>
/// Judges the module and name an object is looked up by. Keras' own layers are harmless by list; its members that read, fetch or
/// deserialize are not (CVE-2025-8747, CVE-2025-9906, CVE-2025-12060), nor is anything of another module that Keras would import
/// (CVE-2025-1550, CVE-2024-3660). A class registered by its author needs that author's code, which is not in the file: a note.
/// </summary>
internal sealed class KerasReferenceJudge(ScanContext context)
{
    // What deserialize_keras_object builds itself, without looking anything up.
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "__tensor__", "__numpy__", "__bytes__", "__ellipsis__", "__slice__", "__tuple__", "__lambda__", "__typespec__", "TensorShape", "TypeSpec", "dict", "list", "tuple", "set", "slice", "frozenset",
        "str", "int", "float", "bool", "bytes", "NoneType", "type", "Dtype", "DType", "OrderedDict",
    };

    // Functions of models themselves are said to be of "builtins"; only these are Python's.
    private static readonly HashSet<string> BuiltIns = new(StringComparer.Ordinal)
    {
        "__import__", "__build_class__", "abs", "aiter", "all", "anext", "any", "apply", "ascii", "bin", "breakpoint", "bytearray", "callable", "chr", "classmethod", "compile", "copyright",
        "credits", "delattr", "dir", "divmod", "enumerate", "eval", "exec", "execfile", "exit", "file", "filter", "format", "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input",
        "isinstance", "issubclass", "iter", "len", "license", "locals", "map", "max", "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range",
        "raw_input", "reduce", "reload", "repr", "reversed", "round", "setattr", "sorted", "staticmethod", "sum", "super", "unichr", "unicode", "vars", "zip",
    };

    // Not imported: looked up among Keras' own names and those the user gives.
    private static readonly string[] Home = ["", "__main__", "builtins", "__builtin__"];

    public void Judge(KerasObject found)
    {
        var (module, name) = (found.Module, found.Name);
        if (name.Contains('.', StringComparison.Ordinal) && !name.Contains('>', StringComparison.Ordinal) && module.Length == 0)
            (module, name) = (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);

        // A function may be found by either name.
        if (found.IsFunction && found.RegisteredName is { Length: > 0 } registered && registered != "function" && registered != name && !registered.Contains('>', StringComparison.Ordinal))
            JudgeRegistered(module, registered);

        var full = module.Length == 0 ? name : module + "." + name;
        if (KerasModules.IsKeras(module))
            JudgeKeras(found, module, name, full);
        else if (Home.Contains(module) && !name.Contains('.', StringComparison.Ordinal))
            Own(found, name);
        else if (Callables.Judge(module, name) is { Risk: CallableRisk.Dangerous } judgement)
            Dangerous(full, judgement.Effect);
        else if (module.StartsWith("tensorflow", StringComparison.Ordinal) && !KerasModules.IsCompanion(module))
            JudgeTensorFlow(module, name, full);
        else if (KerasModules.IsCompanion(module) && !found.IsFunction)
            Note(full);
        else if (Callables.Judge(module, name).Risk is not (CallableRisk.Harmless or CallableRisk.HarmlessAsClass))
            Unknown(found, module, full);
    }

    private void JudgeRegistered(string module, string name)
    {
        var isOwn = Home.Contains(module);
        if ((!isOwn || BuiltIns.Contains(name)) && !KerasModules.IsKeras(module) && Callables.Judge(isOwn ? "builtins" : module, name) is { Risk: CallableRisk.Dangerous } judgement)
            Dangerous((isOwn ? "builtins" : module) + "." + name, judgement.Effect);
    }

    private void JudgeKeras(KerasObject found, string module, string name, string full)
    {
        if (KerasModules.IsDangerous(module, name))
            Dangerous(full, "reads, fetches, writes or unlocks files when it is called");
        else if (!KerasModules.IsHarmless(module, name, found.IsFunction))
            context.Report(Rules.KerasReference, $"names '{Printable.Of(full, 120)}', which is no layer or function that models are made of; look it up before you open it", severity: Severity.Medium, symbol: full);
    }

    private void JudgeTensorFlow(string module, string name, string full)
    {
        if (TensorFlowNames.Judge(name) == CallableRisk.Dangerous || module.Contains("saved_model", StringComparison.Ordinal) || module.EndsWith(".io", StringComparison.Ordinal) || module.Contains("file_io", StringComparison.Ordinal))
            Dangerous(full, "reaches files, Python code or native libraries");
        else if (!module.Contains("_ops", StringComparison.Ordinal) && TensorFlowNames.Judge(string.Join('.', full.Split('.').Skip(1))) != CallableRisk.Harmless)
            context.Report(Rules.KerasReference, $"names TensorFlow's '{Printable.Of(full, 120)}', of which nothing is known here; look it up before you open it", severity: Severity.Low, symbol: full);
    }

    private void Own(KerasObject found, string name)
    {
        var isPython = found.Module.Contains("builtin", StringComparison.Ordinal);
        if (found.RegisteredName.Contains('>', StringComparison.Ordinal) || name.Contains('>', StringComparison.Ordinal) || found.Module == "__main__")
            Note(found.RegisteredName.Contains('>', StringComparison.Ordinal) ? found.RegisteredName : name);
        else if ((isPython || found.IsFunction) && BuiltIns.Contains(name) && Callables.Judge("builtins", name) is { Risk: CallableRisk.Dangerous } judgement)
            Dangerous("builtins." + name, judgement.Effect);
        else if (isPython && !found.IsFunction && !Values.Contains(name))
            context.Report(Rules.KerasReference, $"names Python's '{Printable.Of(name, 100)}', which is no layer; look it up before you open it", severity: Severity.Medium, symbol: "builtins." + name);
        else if (found.RegisteredName == "function" && !BuiltIns.Contains(name))
            Note(name);
    }

    private void Unknown(KerasObject found, string module, string full)
    {
        var beside = context.Neighbours.HasModule(module.Split('.', 2)[0]);
        if (found.RegisteredName.Contains('>', StringComparison.Ordinal) && !found.IsFunction && !beside)
        {
            Note(found.RegisteredName);
            return;
        }

        var where = beside ? "which lies beside it and would run" : "of which nothing is known here and which Keras would import";
        context.Report(Rules.KerasReference, $"names '{Printable.Of(full, 120)}', {where}; look at that code before you open it", severity: Severity.Medium, symbol: full);
    }

    private void Dangerous(string full, string effect) => context.Report(
        Rules.KerasReference, $"names '{Printable.Of(full, 120)}' as one of its layers or functions{(effect.Length == 0 ? "" : ", which " + effect)}; do not open it", severity: Severity.Critical, symbol: full);

    private void Note(string name) => context.Report(Rules.KerasCustomObject, $"needs '{Printable.Of(name, 100)}', which is not part of Keras and must come with your program", symbol: name);
}
