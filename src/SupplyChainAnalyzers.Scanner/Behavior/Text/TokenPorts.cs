using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>The inputs of a model that takes tokens, as exporters name them (input_ids, attention_mask, token_type_ids, position_ids, past_key_values.0.key …).</summary>
/// <param name="Ids">Takes the rows of tokens; hostile.</param>
internal sealed record TokenPorts(string Ids)
{
    private static readonly string[] Made = ["mask", "type", "segment", "position", "past", "use_cache"];

    /// <summary>Null for a model that takes anything else.</summary>
    public static TokenPorts? Of(GraphProto graph)
    {
        var inputs = graph.RealInputs.ToArray();
        var ids = Array.Find(inputs, static input => IsWhole(input) && !IsMade(input.Name) && (input.Name.Contains("ids", StringComparison.OrdinalIgnoreCase) || input.Name.Contains("token", StringComparison.OrdinalIgnoreCase)))
            ?? (inputs.Length == 1 && IsWhole(inputs[0]) ? inputs[0] : null);
        return ids is not null && inputs.All(input => input.Name == ids.Name || IsMade(input.Name)) ? new TokenPorts(ids.Name) : null;
    }

    /// <summary>Whether an input of this name is filled here: the user has tokens only.</summary>
    public static bool IsMade(string name) => Made.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsWhole(ValueInfoProto input) => input.Type is TensorType.Int64 or TensorType.Int32 && input.Shape is null or { Length: 2 };
}
