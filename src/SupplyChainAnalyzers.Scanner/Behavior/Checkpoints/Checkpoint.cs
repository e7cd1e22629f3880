using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>A file of weights taken apart, or a model of several.</summary>
/// <param name="Format">safetensors or GGUF.</param>
/// <param name="Tensors">Ordered by name, no two of one.</param>
/// <param name="Texts">Metadata; hostile.</param>
/// <param name="Numbers">Whole numbers of the metadata.</param>
internal sealed record Checkpoint(ModelFormat Format, IReadOnlyList<CheckpointTensor> Tensors, IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, long> Numbers)
{
    private readonly Dictionary<string, CheckpointTensor> _byName = Tensors.ToDictionary(static tensor => tensor.Name, StringComparer.Ordinal);

    /// <summary>The tokens a GGUF file brings; null elsewhere.</summary>
    public TokenizerFacts? Tokenizer { get; init; }

    /// <summary>Null when there is none of that name.</summary>
    public CheckpointTensor? Find(string name) => _byName.GetValueOrDefault(name);
}
