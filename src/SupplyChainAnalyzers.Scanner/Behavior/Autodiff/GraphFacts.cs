using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>Types, shapes and constants of all tensors of a graph.</summary>
internal sealed class GraphFacts
{
    private readonly Dictionary<string, TensorFact> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConstantTensor> _constants = new(StringComparer.Ordinal);

    public GraphFacts(GraphProto graph)
    {
        foreach (var tensor in graph.Initializers.Where(static tensor => !tensor.IsExternal))
            _constants[tensor.Name] = ConstantTensor.Of(tensor);
    }

    /// <exception cref="GradientUnavailableException">No run showed it.</exception>
    public TensorFact this[string tensor] => _facts.TryGetValue(tensor, out var fact)
        ? fact
        : _constants.TryGetValue(tensor, out var constant)
            ? new TensorFact(constant.Type, constant.Shape, constant.Integers)
            : throw new GradientUnavailableException($"nothing is known of tensor '{Printable.Of(tensor, 60)}'");

    public bool Knows(string tensor) => _facts.ContainsKey(tensor) || _constants.ContainsKey(tensor);

    /// <summary>The tensor, where it is the same whatever goes in; else null.</summary>
    public ConstantTensor? Constant(string tensor) => _constants.GetValueOrDefault(tensor);

    public void Add(string tensor, TensorFact fact) => _facts[tensor] = fact;

    public void Add(string tensor, ConstantTensor constant) => _constants[tensor] = constant;
}
