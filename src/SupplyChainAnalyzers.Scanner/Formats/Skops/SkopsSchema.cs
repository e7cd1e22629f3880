using System.Text.Json;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Keras;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Skops;

/// <summary>
/// The tree of nodes in schema.json (skops/io): each has <c>__class__</c>, <c>__module__</c> and <c>__loader__</c>, the way
/// it is built. Versions before 0.12 asked about the first two and built something else: a function of operator by any name
/// (CVE-2025-54412), an attribute of any object (CVE-2025-54413); the model card of 0.12 and before falls back to joblib
/// where the file is no zip (CVE-2025-54886), which is then judged as the pickle it is.
/// </summary>
internal static class SkopsSchema
{
    private static readonly HashSet<string> Plain = ["attrgetter", "itemgetter"];
    private static readonly string[] Trusted = ["sklearn.", "numpy.", "scipy.", "xgboost.", "lightgbm.", "catboost.", "imblearn.", "quantile_forest."]; // skops supports these libraries

    public static void Judge(byte[] utf8, ScanContext context)
    {
        using var document = KerasJson.Parse(utf8);
        if (document is null)
        {
            context.Unscannable("is a schema that cannot be read; get the file anew");
            return;
        }

        var open = new Stack<JsonElement>([document.RootElement]);
        while (open.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                    open.Push(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                Node(element, context);
                foreach (var member in element.EnumerateObject())
                    open.Push(member.Value);
            }
        }
    }

    private static void Node(JsonElement node, ScanContext context)
    {
        if (Text(node, "__class__") is not { } type || Text(node, "__module__") is not { } module)
            return;

        var content = node.TryGetProperty("content", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : node;
        switch (Text(node, "__loader__"))
        {
            case "FunctionNode":
                Name(Text(content, "module_path") ?? module, Text(content, "function") ?? type, context);
                break;
            case "OperatorFuncNode" when module is not ("operator" or "_operator"):
                context.Report(Rules.SkopsType, $"claims to build '{Printable.Of(module + "." + type, 120)}' but has operator.{Printable.Of(type, 60)} called, which versions of skops before 0.12 do unasked (CVE-2025-54412); do not load it", severity: Severity.High, symbol: module + "." + type);
                break;
            case "OperatorFuncNode":
                if (!Plain.Contains(type))
                    Name("operator", type, context);
                break;
            case "MethodNode":
                Method(content, type, context);
                break;
            default:
                Name(module, type, context);
                break;
        }
    }

    private static void Method(JsonElement content, string type, ScanContext context)
    {
        var method = Text(content, "func") ?? "";
        if (type != "method" || method.StartsWith('_') || method.Contains('.', StringComparison.Ordinal))
            context.Report(Rules.SkopsType, $"reaches for the attribute '{Printable.Of(method, 60)}' of an object under the name of a method, which versions of skops before 0.12 allow unasked (CVE-2025-54413); do not load it", severity: Severity.High, symbol: method);
    }

    private static void Name(string module, string name, ScanContext context)
    {
        var symbol = module + "." + name;
        var judgement = Callables.Judge(module, name);
        if (judgement.Risk == CallableRisk.Dangerous)
            context.Report(Rules.SkopsType, $"has '{Printable.Of(symbol, 120)}' loaded, which {judgement.Effect}; do not load it", severity: Severity.High, symbol: symbol);
        else if (judgement.Risk == CallableRisk.Unknown && !Array.Exists(Trusted, prefix => symbol.StartsWith(prefix, StringComparison.Ordinal)))
            context.Report(Rules.SkopsType, $"builds '{Printable.Of(symbol, 120)}', which is not known to be harmless; allow the name in models.policy.json if you trust it", symbol: symbol);
    }

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? KerasJson.Text(value) : null;
}
