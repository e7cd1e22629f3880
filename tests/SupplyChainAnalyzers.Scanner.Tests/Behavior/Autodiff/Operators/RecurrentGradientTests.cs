using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

/// <summary>Recurrent networks over five steps of three numbers, four hidden ones.</summary>
public sealed class RecurrentGradientTests
{
    private const int Input = 3;
    private const int Hidden = 4;

    [Theory]
    [InlineData("LSTM", 4, "forward", 0)]
    [InlineData("LSTM", 4, "reverse", 0)]
    [InlineData("LSTM", 4, "bidirectional", 0)]
    [InlineData("LSTM", 4, "bidirectional", 1)]
    [InlineData("LSTM", 4, "bidirectional", 2)]
    [InlineData("GRU", 3, "forward", 0)]
    [InlineData("GRU", 3, "bidirectional", 0)]
    [InlineData("GRU", 3, "bidirectional", 1)]
    [InlineData("RNN", 1, "forward", 0)]
    [InlineData("RNN", 1, "bidirectional", 1)]
    public void Each_output_of_each_direction(string operation, int gates, string direction, int output) => GradientCheck.Verify([5, Input], m =>
    {
        var all = Cell(m, operation, gates, direction, withBias: true);
        var y = output == 0 ? m.Op("Transpose", [all[0]], AttributeProto.Of("perm", [2L, 0, 1, 3])) : m.Op("Transpose", [all[output]], AttributeProto.Of("perm", [1L, 0, 2]));
        return m.Op("Sin", [y]);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Both_kinds_of_reset(int linearFirst) => GradientCheck.Verify([5, Input], m =>
        m.Op("Transpose", [Cell(m, "GRU", 3, "forward", withBias: true, AttributeProto.Of("linear_before_reset", (long)linearFirst))[0]], AttributeProto.Of("perm", [2L, 0, 1, 3])));

    [Fact]
    public void Last_state_alone_and_no_bias() => GradientCheck.Verify([5, Input], static m =>
        m.Op("Transpose", [Cell(m, "LSTM", 4, "forward", withBias: false)[1]], AttributeProto.Of("perm", [1L, 0, 2])));

    [Fact]
    public void All_outputs_at_once() => GradientCheck.Verify([5, Input], static m =>
    {
        var all = Cell(m, "LSTM", 4, "forward", withBias: true);
        var last = m.Op("Mul", [all[1], all[2]]);
        return m.Op("Transpose", [m.Op("Add", [m.Op("ReduceSum", [all[0], m.Ints(1)], AttributeProto.Of("keepdims", 0L)), last])], AttributeProto.Of("perm", [1L, 0, 2]));
    });

    [Fact]
    public void First_state_gets_its_gradient() => GradientCheck.Verify([1, Hidden], static m =>
    {
        var steps = m.Op("Expand", [m.Weight(5, 1, Input), m.Op("Concat", [m.Ints(5), m.Op("Slice", [m.Op("Shape", [m.X]), m.Ints(0), m.Ints(1)]), m.Ints(Input)], AttributeProto.Of("axis", 0L))]);
        var first = m.Op("Transpose", [m.X], AttributeProto.Of("perm", [1L, 0, 2]));
        var all = m.Ops("GRU", [m.Op("Add", [steps, m.Op("ReduceMean", [first], AttributeProto.Of("axes", [2L]))]), m.Weight(1, 3 * Hidden, Input), m.Weight(1, 3 * Hidden, Hidden), "", "", first], 2, AttributeProto.Of("hidden_size", (long)Hidden));
        return m.Op("Transpose", [all[1]], AttributeProto.Of("perm", [1L, 0, 2]));
    });

    [Fact]
    public void Unusual_activations_are_estimated()
    {
        var model = new SmallModel(TensorType.Float, 17, 5, Input);
        var y = Cell(model, "RNN", 1, "forward", true, AttributeProto.Of("activations", ["Softsign"]))[1];
        using var gradient = OnnxGradient.Compile(model.Giving(model.Op("Transpose", [y], AttributeProto.Of("perm", [1L, 0, 2]))));
        Assert.Contains("activations", gradient.Reason, StringComparison.Ordinal);
    }

    // Examples come first; the cells want steps first.
    private static string[] Cell(SmallModel m, string operation, int gates, string direction, bool withBias, params AttributeProto[] more)
    {
        var directions = direction == "bidirectional" ? 2 : 1;
        return m.Ops(
            operation,
            [m.Op("Transpose", [m.X], AttributeProto.Of("perm", [1L, 0, 2])), m.Weight(directions, gates * Hidden, Input), m.Weight(directions, gates * Hidden, Hidden), withBias ? m.Weight(directions, 2 * gates * Hidden) : ""],
            operation == "LSTM" ? 3 : 2,
            [AttributeProto.Of("hidden_size", (long)Hidden), AttributeProto.Of("direction", direction), .. more]);
    }
}
