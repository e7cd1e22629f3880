using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Checks;

/// <summary>An adapter changes the modules that it declares and no others, and brings no whole tensors that it does not announce.</summary>
internal sealed class TargetModules : ICheckpointCheck
{
    private static readonly string[] Ends = ["embed_tokens", "lm_head", "wte", "token_embd", "output", "embed_out", "word_embeddings"];

    public string Id => "target-modules";

    public string Paper => "own";

    public bool Concerns(CheckpointContext context) => context.IsAdapter;

    public CheckResult Run(CheckpointContext context)
    {
        var declaration = AdapterDeclaration.Of(context.Beside) ?? throw new CheckSkippedException("adapter_config.json, which says what it is to change, does not lie beside it");
        string[] changed = declaration.Targets is { } targets
            ? [.. context.Modules.Select(static module => module.Name).Where(name => !AdapterDeclaration.Means(targets, name) && !AdapterDeclaration.Means(declaration.Saved, name))]
            : [.. context.Modules.Select(static module => module.Name).Where(static name => AdapterDeclaration.Means(Ends, name))]; // a pattern, or all-linear: that never means first and last layer
        string[] brought = [.. context.Others.Select(static tensor => LoraModule.WithoutPrefix(tensor.Name)).Where(name => !IsAnnounced(name, declaration))];
        Measurement[] values = [new("modules", context.Modules.Count), new("undeclaredModules", changed.Length), new("undeclaredTensors", brought.Length)];
        if (changed.Length + brought.Length == 0)
            return new CheckResult(Id, CheckOutcome.NoFinding, $"changes {context.Modules.Count} modules, all of them declared") { Score = 0, Values = values };

        var words = changed.Length > 0 ? $"changes modules that adapter_config.json does not name: {Roster.Of(changed)}" : $"brings whole tensors that adapter_config.json does not name: {Roster.Of(brought)}";
        return new CheckResult(Id, CheckOutcome.Suspicious, words + "; ask its publisher what they are for, or use another") { Score = 1, Rule = Rules.ModulesNotDeclared, Values = values };
    }

    // DoRA's lengths belong to their module; biases come where the configuration trains them.
    private static bool IsAnnounced(string name, AdapterDeclaration declaration)
    {
        var module = name.Replace(".modules_to_save.default", "", StringComparison.Ordinal).Replace(".modules_to_save", "", StringComparison.Ordinal);
        module = module.EndsWith(".weight", StringComparison.Ordinal) ? module[..^".weight".Length] : module;
        return name.Contains("lora_magnitude_vector", StringComparison.Ordinal) || name.EndsWith(".bias", StringComparison.Ordinal)
            || declaration.Saved.Any(saved => saved.Length > 0 && ("." + module + ".").Contains("." + saved + ".", StringComparison.Ordinal));
    }
}
