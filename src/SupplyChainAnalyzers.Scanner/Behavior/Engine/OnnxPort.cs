using Microsoft.ML.OnnxRuntime.Tensors;

namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>An input or output of a model.</summary>
/// <param name="Name">Raw: as the model has it, hostile.</param>
/// <param name="Type">Of its elements.</param>
/// <param name="Shape">Elements in each dimension; -1 where the model leaves it open.</param>
/// <param name="IsTensor">Otherwise a sequence, a map or nothing: type and shape say nothing then.</param>
internal sealed record OnnxPort(string Name, TensorElementType Type, IReadOnlyList<int> Shape, bool IsTensor);
