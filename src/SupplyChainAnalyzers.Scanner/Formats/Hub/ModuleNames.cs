using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hub;

/// <summary>
/// Files whose name is that of a module somebody else means: Python imports what lies in the working folder before what is
/// installed, and <c>sitecustomize</c> without being asked (CPython, Lib/site.py; ShadowPickle, arXiv 2607.17503).
/// </summary>
internal static class ModuleNames
{
    // The packages that loaders import before or while they read a model.
    private static readonly HashSet<string> Packages = new(
        [
            "torch", "numpy", "scipy", "sklearn", "pandas", "joblib", "transformers", "tokenizers", "safetensors", "huggingface_hub", "diffusers", "tensorflow", "keras", "onnx", "onnxruntime",
            "xgboost", "lightgbm", "catboost", "yaml", "requests", "dill", "cloudpickle", "h5py", "PIL", "jinja2", "accelerate", "peft", "datasets", "tqdm", "packaging", "filelock", "torchvision", "timm",
        ],
        StringComparer.Ordinal);

    // Names that projects use for files of their own, and that scripts in the same folder seldom mean otherwise.
    private static readonly HashSet<string> Customary = new(["setup", "test", "code", "site", "types", "token", "tokenize", "parser", "config", "new", "user", "this", "cmd", "trace", "profile", "symbol", "main"], StringComparer.Ordinal);

    public static void Check(ScanContext context)
    {
        var module = context.Name.Split('.')[0];
        if (module is "sitecustomize" or "usercustomize")
            context.Report(Rules.ShadowingModule, "is run by Python at every start of a program that finds it, without any import; delete it", symbol: module);
        else if (Packages.Contains(module) || (CallableTables.Standard(module) is not null && !Customary.Contains(module)))
            context.Report(Rules.ShadowingModule, $"is imported in place of Python's '{Printable.Of(module, 40)}' by every program started in its folder; rename or delete it", severity: Severity.Medium, symbol: module);
    }
}
