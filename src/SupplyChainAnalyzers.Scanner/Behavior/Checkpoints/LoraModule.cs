using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>
/// A matrix that an adapter changes by the product of two small ones (Hu et al., LoRA, ICLR 2022): ΔW = scale · B · A, A of rank rows, B of
/// rank columns.
/// </summary>
/// <param name="Name">As the base calls the matrix; hostile.</param>
/// <param name="A">rank × inputs.</param>
/// <param name="B">outputs × rank.</param>
/// <param name="Alpha">Of this module, from the file; null where the configuration says it for all.</param>
internal sealed record LoraModule(string Name, CheckpointTensor A, CheckpointTensor B, double? Alpha)
{
    // PEFT; diffusers; kohya and others; llama.cpp.
    private static readonly (string A, string B)[] Endings =
    [
        (".lora_A.weight", ".lora_B.weight"), (".lora_A.default.weight", ".lora_B.default.weight"), (".lora_embedding_A", ".lora_embedding_B"), (".lora.down.weight", ".lora.up.weight"),
        (".lora_down.weight", ".lora_up.weight"), (".lora_a", ".lora_b"),
    ];

    private static readonly string[] Prefixes = ["base_model.model.", "base_model."];

    /// <summary>The last part of the name, what all layers have alike: <c>q_proj</c>, <c>blk.0.attn_q.weight</c> gives <c>attn_q</c>.</summary>
    public string Kind { get; } = KindOf(Name);

    public long Rank => A.Shape.Length == 0 ? 0 : A.Shape[0];

    /// <summary>Numbers that go in, of all dimensions behind the rank.</summary>
    public long Inputs => Rank > 0 ? A.Count / Rank : 0;

    public long Outputs => B.Shape.Length == 0 ? 0 : B.Shape[0];

    /// <summary>Whether both halves meet in the same rank and can be read.</summary>
    public bool Fits => Rank > 0 && B.Count == Outputs * Rank && A.IsReadable && B.IsReadable;

    /// <summary>All of an adapter, by name.</summary>
    /// <param name="checkpoint">The file.</param>
    /// <param name="others">Takes the tensors that belong to none.</param>
    public static IReadOnlyList<LoraModule> Of(Checkpoint checkpoint, ICollection<CheckpointTensor> others)
    {
        var modules = new List<LoraModule>();
        foreach (var tensor in checkpoint.Tensors)
        {
            if (Array.Find(Endings, ending => tensor.Name.EndsWith(ending.A, StringComparison.Ordinal)) is { A: { } a, B: { } b } && checkpoint.Find(tensor.Name[..^a.Length] + b) is { } second)
            {
                var name = tensor.Name[..^a.Length];
                // An embedding's A is inputs long in its second dimension as well: both kinds have the rank first there.
                modules.Add(new LoraModule(WithoutPrefix(name), tensor, second, AlphaOf(checkpoint.Find(name + ".alpha"))));
            }
            else if (!IsSecond(tensor.Name, checkpoint) && !tensor.Name.EndsWith(".alpha", StringComparison.Ordinal))
            {
                others.Add(tensor);
            }
        }

        return modules;
    }

    /// <summary>A tensor's name without what PEFT puts before it.</summary>
    public static string WithoutPrefix(string name) => Array.Find(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? name[prefix.Length..] : name;

    private static bool IsSecond(string name, Checkpoint checkpoint) =>
        Array.Find(Endings, ending => name.EndsWith(ending.B, StringComparison.Ordinal)) is { B: { } b, A: { } a } && checkpoint.Find(name[..^b.Length] + a) is not null;

    private static double? AlphaOf(CheckpointTensor? tensor) => tensor is { IsReadable: true, Count: 1 } ? tensor.ReadAll()[0] : null;

    private static string KindOf(string name) => name.Split('.').LastOrDefault(static part => part != "weight" && !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ?? name;
}
