using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

/// <summary>Several tensors, repeated to fit each other.</summary>
public sealed class ArithmeticGradientTests
{
    [Theory]
    [InlineData("Add")]
    [InlineData("Sub")]
    [InlineData("Mul")]
    [InlineData("Div")]
    [InlineData("Max")]
    [InlineData("Min")]
    [InlineData("Pow")]
    public void Both_sides_get_theirs(string operation)
    {
        GradientCheck.Verify([2, 3], m => m.Op(operation, [m.X, m.Op("Exp", [m.X])]), low: .3, high: 2);
        GradientCheck.Verify([2, 3], m => m.Op(operation, [m.Op("Sin", [m.X]), m.X]), low: .3, high: 2);
        GradientCheck.Verify([2, 3], m => m.Op(operation, [m.X, m.Values([.5, 1.5, 2.5], 3)]), low: .3, high: 3);
        GradientCheck.Verify([2, 3], m => m.Op(operation, [m.Values([.5, 1.5], 2, 1), m.X]), low: .3, high: 3);
    }

    [Theory]
    [InlineData("Add")]
    [InlineData("Mul")]
    [InlineData("Div")]
    public void What_was_repeated_is_summed(string operation)
    {
        // N 1 3 with N 2 3; N 2 3 with 4 1 2 3; 1 with N 1 1
        GradientCheck.Verify([2, 3], m => m.Op(operation, [m.Op("ReduceMean", [m.X], AttributeProto.Of("axes", [1L])), m.X]), low: .3);
        GradientCheck.Verify([2, 3], m => m.Op("ReduceSum", [m.Op(operation, [m.X, m.Weight(4, 1, 2, 3)]), m.Ints(0)], AttributeProto.Of("keepdims", 0L)), low: .3);
        GradientCheck.Verify([1, 1], m => m.Op(operation, [m.X, m.Weight(2, 3)]), low: .3);
    }

    [Theory]
    [InlineData("Sum")]
    [InlineData("Mean")]
    [InlineData("Max")]
    [InlineData("Min")]
    public void Any_number_of_tensors(string operation) =>
        GradientCheck.Verify([2, 3], m => m.Op(operation, [m.X, m.Weight(3), m.Op("Mul", [m.X, m.X]), m.Number(.1)]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(.5)]
    [InlineData(-1.5)]
    public void Constant_exponents(double exponent) => GradientCheck.Verify([4], m => m.Op("Pow", [m.X, m.Number(exponent)]), low: .2, high: 2);

    [Fact]
    public void Where_chooses_between_gradients()
    {
        GradientCheck.Verify([2, 3], static m => m.Op("Where", [m.Op("Greater", [m.X, m.Number(0)]), m.Op("Sin", [m.X]), m.Op("Exp", [m.X])]));
        GradientCheck.Verify([2, 3], static m => m.Op("Where", [m.Tensor(TensorType.Bool, [1, 0, 1], 3), m.X, m.Op("Exp", [m.X])]));
        GradientCheck.Verify([1, 3], static m => m.Op("Where", [m.Tensor(TensorType.Bool, [1, 0, 0, 1], 4, 1), m.X, m.Number(1)]));
    }

    [Fact]
    public void A_tensor_that_is_used_twice_gets_both_gradients() => GradientCheck.Verify([4], static m => m.Op("Mul", [m.X, m.Op("Add", [m.X, m.X])]));

    [Theory]
    [InlineData("Softmax", 13, -1)]
    [InlineData("Softmax", 13, 1)]
    [InlineData("Softmax", 11, 1)]
    [InlineData("Softmax", 11, 2)]
    [InlineData("LogSoftmax", 13, 1)]
    [InlineData("LogSoftmax", 11, 1)]
    public void Softmax_of_each_set(string operation, int opset, int axis) =>
        GradientCheck.Verify([3, 4], m => m.Op("Mul", [m.Op(operation, [m.X], AttributeProto.Of("axis", (long)axis)), m.Weight(3, 4)]), opset);
}
