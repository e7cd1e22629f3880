using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// What <c>torch.load(weights_only=True)</c> accepts (torch/_weights_only_unpickler.py, <c>_get_allowed_globals</c> of torch 2.6). Before
/// 2.6 it could be led to run code all the same (CVE-2025-32434).
/// </summary>
internal static class WeightsOnly
{
    private const int Shown = 3;

    private static readonly string[] Types =
    [
        "collections.OrderedDict", "collections.Counter", "torch.nn.parameter.Parameter", "torch.serialization._get_layout", "torch.Size", "torch.Tensor", "torch.device",
        "torch.storage.TypedStorage", "torch.storage.UntypedStorage", "torch._tensor._rebuild_from_type_v2", "_codecs.encode", "builtins.bytearray", "builtins.set", "builtins.complex",
        "__builtin__.set", "__builtin__.bytearray", "__builtin__.complex",
    ];

    /// <summary>Notes how a file with tensors is opened safely; nothing for files without.</summary>
    public static void Note(PickleFile file, ScanContext context)
    {
        var names = Enumerable.Range(0, file.Names.Count).Select(number => file.Names[number].Dotted).ToList();
        if (file.Storages.Count == 0 && !names.Exists(IsRebuild))
            return;

        var refused = names.Where(static name => !Accepts(name)).Select(static name => Printable.Of(name, 80)).Take(Shown + 1).ToList();
        var command = $"'models convert {Printable.Of(context.Member is null ? context.Name : "<file>", 80)} --to safetensors'";
        context.Report(Rules.SafeWayToOpenPickle, refused.Count == 0
            ? $"holds tensors and nothing else: torch.load(weights_only=True) of torch 2.6 or later opens it without running code (not before: CVE-2025-32434), and {command} makes a file that needs no such care"
            : $"is refused by torch.load(weights_only=True), since it needs {string.Join(", ", refused.Take(Shown))}{(refused.Count > Shown ? " and more" : "")}: whoever opens it otherwise runs what it names; ask its author for the weights alone");
    }

    /// <summary>Whether a name is among those it imports.</summary>
    public static bool Accepts(string name) => Array.IndexOf(Types, name) >= 0 || IsRebuild(name) || IsTorchType(name);

    private static bool IsRebuild(string name) => name.StartsWith("torch._utils._rebuild_", StringComparison.Ordinal);

    // Storages and element types lie right in the package: torch.FloatStorage, torch.bfloat16.
    private static bool IsTorchType(string name)
    {
        if (!name.StartsWith("torch.", StringComparison.Ordinal))
            return false;

        var type = name[(name.LastIndexOf('.') + 1)..];
        return name.Length == 6 + type.Length
            ? type.EndsWith("Storage", StringComparison.Ordinal) || type is "bool" or "half" or "strided" || (type.Any(char.IsAsciiDigit) && type.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            : name == "torch.cuda." + type && type.EndsWith("Storage", StringComparison.Ordinal);
    }
}
