using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

/// <summary>Functions of each element alone.</summary>
public sealed class ElementwiseGradientTests
{
    [Theory]
    [InlineData("Relu")]
    [InlineData("LeakyRelu")]
    [InlineData("HardSigmoid", -4)]
    [InlineData("HardSwish", -4)]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Elu")]
    [InlineData("Selu")]
    [InlineData("Celu")]
    [InlineData("Softplus")]
    [InlineData("Softsign")]
    [InlineData("Erf")]
    [InlineData("Exp")]
    [InlineData("Log", .2)]
    [InlineData("Sqrt", .2)]
    [InlineData("Neg")]
    [InlineData("Abs")]
    [InlineData("Reciprocal", .3)]
    [InlineData("Sin")]
    [InlineData("Cos")]
    [InlineData("Tan")]
    [InlineData("Asin", -.9)]
    [InlineData("Acos", -.9)]
    [InlineData("Atan")]
    [InlineData("Sinh")]
    [InlineData("Cosh")]
    [InlineData("Asinh")]
    [InlineData("Acosh", 1.2)]
    [InlineData("Atanh", -.9)]
    [InlineData("Identity")]
    [InlineData("ThresholdedRelu", -4)]
    public void Function_of_one_number(string operation, double low = -1) =>
        GradientCheck.Verify([3, 5], m => m.Op(operation, [m.X]), low: low, high: low == -.9 ? .9 : low < -1 ? 4 : low > 1 ? 3 : 1);

    [Theory]
    [InlineData("Mish", 18)]
    [InlineData("Gelu", 20)]
    [InlineData("Swish", 24)]
    public void Function_of_later_sets(string operation, int opset) => GradientCheck.Verify([3, 5], m => m.Op(operation, [m.X]), opset, -3, 3);

    [Fact]
    public void Parameters_are_obeyed()
    {
        GradientCheck.Verify([12], static m => m.Op("LeakyRelu", [m.X], AttributeProto.Of("alpha", .3f)));
        GradientCheck.Verify([12], static m => m.Op("Elu", [m.X], AttributeProto.Of("alpha", .3f)));
        GradientCheck.Verify([12], static m => m.Op("Selu", [m.X], AttributeProto.Of("alpha", .3f), AttributeProto.Of("gamma", 2f)));
        GradientCheck.Verify([12], static m => m.Op("Celu", [m.X], AttributeProto.Of("alpha", .3f)));
        GradientCheck.Verify([12], static m => m.Op("HardSigmoid", [m.X], AttributeProto.Of("alpha", .7f), AttributeProto.Of("beta", .4f)));
        GradientCheck.Verify([12], static m => m.Op("Gelu", [m.X], AttributeProto.Of("approximate", "tanh")), opset: 20, low: -3, high: 3);
    }

    [Fact]
    public void Clip_has_its_limits_as_inputs_or_attributes()
    {
        GradientCheck.Verify([12], static m => m.Op("Clip", [m.X, m.Number(-.5), m.Number(.375)]));
        GradientCheck.Verify([12], static m => m.Op("Clip", [m.X, "", m.Number(.375)]));
        GradientCheck.Verify([12], static m => m.Op("Clip", [m.X, m.Number(-.125)]));
        GradientCheck.Verify([12], static m => m.Op("Clip", [m.X], AttributeProto.Of("min", -.5f), AttributeProto.Of("max", .375f)), opset: 6);
    }

    [Fact]
    public void Slope_of_a_PRelu_may_be_constant_or_depend_on_the_input()
    {
        GradientCheck.Verify([3, 4], static m => m.Op("PRelu", [m.X, m.Weight(3, 1)]));
        GradientCheck.Verify([3, 4], static m => m.Op("PRelu", [m.X, m.Op("Sin", [m.X])]));
    }

    [Fact]
    public void Rounding_lets_the_gradient_straight_through()
    {
        var model = new SmallModel(TensorType.Float, 17, 3);
        using var gradient = Scanner.Behavior.Autodiff.OnnxGradient.Compile(model.Giving(model.Op("Round", [model.X])));
        using var pass = gradient.Forward([.1f, .2f, .9f], 1);
        Assert.Equal([1f, 2, 3], pass.Backward([1, 2, 3]));
    }
}
