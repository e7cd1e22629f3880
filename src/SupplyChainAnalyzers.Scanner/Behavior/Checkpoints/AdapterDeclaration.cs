using System.Globalization;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>What adapter_config.json says (huggingface/peft, LoraConfig). Patterns in it are not evaluated: they are regular expressions of a stranger.</summary>
/// <param name="Base">base_model_name_or_path; hostile.</param>
/// <param name="Rank">r.</param>
/// <param name="Alpha">lora_alpha.</param>
/// <param name="IsRootScaled">use_rslora: the scale is alpha / √r.</param>
/// <param name="Targets">target_modules; null when it is a pattern or missing.</param>
/// <param name="Saved">modules_to_save: what comes as a whole.</param>
internal sealed record AdapterDeclaration(string? Base, long? Rank, double? Alpha, bool IsRootScaled, IReadOnlyList<string>? Targets, IReadOnlyList<string> Saved)
{
    private readonly IReadOnlyList<(string Module, double Value)> _ranks = [];
    private readonly IReadOnlyList<(string Module, double Value)> _alphas = [];

    private AdapterDeclaration(JsonNode json)
        : this(json.Find("base_model_name_or_path")?.StringValue, (long?)Number(json.Find("r")), Number(json.Find("lora_alpha")), json.Find("use_rslora") is { Kind: JsonKind.True }, Names(json.Find("target_modules")), Names(json.Find("modules_to_save")) ?? []) =>
        (_ranks, _alphas) = (Pattern(json.Find("rank_pattern")), Pattern(json.Find("alpha_pattern")));

    /// <summary>Null when there is none.</summary>
    public static AdapterDeclaration? Of(Companions beside) => beside.Json(Companions.AdapterConfig) is { } json ? new AdapterDeclaration(json) : null;

    /// <summary>The declared rank of a module; null when none is.</summary>
    public long? RankOf(string module) => (long?)Own(_ranks, module) ?? Rank;

    /// <summary>What a module's product is multiplied with.</summary>
    public double ScaleOf(LoraModule module)
    {
        var alpha = module.Alpha ?? Own(_alphas, module.Name) ?? Alpha ?? module.Rank;
        return alpha / (IsRootScaled ? Math.Sqrt(module.Rank) : module.Rank);
    }

    /// <summary>Whether a list of names means a module: its whole name or the end of it.</summary>
    public static bool Means(IEnumerable<string> names, string module) =>
        names.Any(name => name.Length > 0 && (module == name || module.EndsWith("." + name, StringComparison.Ordinal)));

    private static double? Own(IReadOnlyList<(string Module, double Value)> pattern, string module)
    {
        foreach (var (name, value) in pattern)
        {
            if (Means([name], module))
                return value;
        }

        return null;
    }

    private static double? Number(JsonNode? node) => double.TryParse(node?.NumberText, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static IReadOnlyList<string>? Names(JsonNode? node) => node is { Kind: JsonKind.Array } ? [.. node.Items.Select(static item => item.StringValue ?? "")] : null;

    private static IReadOnlyList<(string Module, double Value)> Pattern(JsonNode? node) =>
        [.. (node?.Members ?? []).Where(static member => Number(member.Value) is not null).Select(static member => (member.Name, Number(member.Value)!.Value))];
}
