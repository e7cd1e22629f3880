using System.Globalization;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Checks;

/// <summary>Weights have the sizes that the files beside them declare, and an adapter fits the base it names.</summary>
internal sealed class DeclaredShapes : ICheckpointCheck
{
    private static readonly string[] EmbeddingNames = ["embed_tokens.weight", "wte.weight", "word_embeddings.weight", "tok_embeddings.weight", "token_embd.weight"];

    public string Id => "declared-shapes";

    public string Paper => "own";

    public bool Concerns(CheckpointContext context) => true;

    public CheckResult Run(CheckpointContext context)
    {
        var faults = new List<string>();
        var compared = context.IsAdapter ? Adapter(context, faults) : Model(context, faults);
        if (compared == 0 && faults.Count == 0)
            throw new CheckSkippedException(context.IsAdapter ? "neither adapter_config.json lies beside it nor a reference was given" : "nothing beside it declares sizes (config.json)");

        Measurement[] values = [new("compared", compared), new("faults", faults.Count)];
        return faults.Count == 0
            ? new CheckResult(Id, CheckOutcome.NoFinding, $"has the sizes that are declared, of {compared} compared") { Score = 0, Values = values }
            : new CheckResult(Id, CheckOutcome.Suspicious, $"does not fit what is declared: {string.Join("; ", faults.Take(3))}; get it from its publisher and compare its files with the ones listed there")
            {
                Score = 1,
                Rule = Rules.DeclarationWrong,
                Values = values,
            };
    }

    private static int Adapter(CheckpointContext context, List<string> faults)
    {
        var declaration = AdapterDeclaration.Of(context.Beside);
        var compared = 0;
        foreach (var module in context.Modules)
        {
            var shown = Printable.Of(module.Name, 80);
            if (!module.Fits)
                faults.Add($"the halves of {shown} do not meet in one rank or cannot be read");
            if (declaration?.RankOf(module.Name) is { } rank)
            {
                compared++;
                if (rank != module.Rank)
                    faults.Add(string.Create(CultureInfo.InvariantCulture, $"{shown} has rank {module.Rank}, declared is {rank}"));
            }

            if (context.Reference is not null)
            {
                compared++;
                var target = context.Reference.Find(module.Name + ".weight") ?? context.Reference.Find(module.Name);
                if (target is null)
                    faults.Add($"{shown} is no module of the reference");
                else if (!Changes(module, target))
                    faults.Add(string.Create(CultureInfo.InvariantCulture, $"{shown} changes {module.Outputs}x{module.Inputs} where the reference has {string.Join('x', target.Shape)}"));
            }
        }

        return compared;
    }

    // Outputs first, or, as GPT-2's Conv1D and every embedding have it, inputs first.
    private static bool Changes(LoraModule module, CheckpointTensor target) =>
        target.Shape.Length >= 2 && target.Count == module.Outputs * module.Inputs && (target.Shape[0] == module.Outputs || target.Shape[0] == module.Inputs);

    private static int Model(CheckpointContext context, List<string> faults)
    {
        var embedding = context.Model.Tensors.FirstOrDefault(static tensor => tensor.Shape.Length == 2 && EmbeddingNames.Any(name => tensor.Name.EndsWith(name, StringComparison.Ordinal)));
        var config = context.Beside.Json(Companions.ModelConfig);
        var compared = 0;
        Compare("hidden_size", Number(config, "hidden_size") ?? Gguf(context, "embedding_length"), embedding?.Columns);
        Compare("vocab_size", Number(config, "vocab_size") ?? Gguf(context, "vocab_size"), embedding?.Rows);
        Compare("tokens of its own", context.Model.Tokenizer?.Tokens.Count, embedding?.Rows);
        Compare("num_hidden_layers", Number(config, "num_hidden_layers") ?? Gguf(context, "block_count"), Layers(context.Model));
        return compared;

        void Compare(string what, long? declared, long? actual)
        {
            if (declared is null || actual is null or 0)
                return;

            compared++;
            if (declared != actual)
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{what} is declared as {declared}, the weights have {actual}"));
        }
    }

    private static long? Gguf(CheckpointContext context, string name) =>
        context.Model.Texts.TryGetValue("general.architecture", out var architecture) && context.Model.Numbers.TryGetValue($"{architecture}.{name}", out var value) ? value : null;

    private static long? Number(JsonNode? config, string name) => long.TryParse(config?.Find(name)?.NumberText, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    // Counts the numbers behind "layers", "h" or "blk" that occur.
    private static long Layers(Checkpoint model)
    {
        var layers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parts in model.Tensors.Select(static tensor => tensor.Name.Split('.')))
        {
            var at = Array.FindIndex(parts, static part => part is "layers" or "h" or "blk" or "layer");
            if (at >= 0 && at + 1 < parts.Length && parts[at + 1].All(char.IsAsciiDigit))
                layers.Add(parts[at + 1]);
        }

        return layers.Count;
    }
}
