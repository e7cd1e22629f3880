using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

public sealed class NormalizationGradientTests
{
    [Fact]
    public void Batch() => GradientCheck.Verify([3, 4], static m =>
        m.Op("BatchNormalization", [m.X, m.Weight(3), m.Weight(3), m.Weight(3), m.Values([.5, 1, 2], 3)], AttributeProto.Of("epsilon", .01f)));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Layer(int axis) => GradientCheck.Verify([3, 4], m =>
        m.Op("LayerNormalization", [m.X, axis == 1 ? m.Weight(3, 4) : m.Weight(4), m.Weight(4)], AttributeProto.Of("axis", (long)axis), AttributeProto.Of("epsilon", .01f)));

    [Fact]
    public void Instance() => GradientCheck.Verify([3, 4, 2], static m => m.Op("InstanceNormalization", [m.X, m.Weight(3), m.Weight(3)], AttributeProto.Of("epsilon", .1f)));

    [Theory]
    [InlineData(18)]
    [InlineData(21)]
    public void Group(int opset) => GradientCheck.Verify(
        [4, 3, 2],
        m => opset == 18
            ? m.Op("GroupNormalization", [m.X, m.Weight(2), m.Weight(2)], AttributeProto.Of("num_groups", 2L), AttributeProto.Of("epsilon", .1f))
            : m.Op("GroupNormalization", [m.X, m.Weight(4), m.Weight(4)], AttributeProto.Of("num_groups", 2L), AttributeProto.Of("epsilon", .1f), AttributeProto.Of("stash_type", (long)TensorType.Double)),
        opset);

    [Fact]
    public void Root_mean_square() => GradientCheck.Verify([3, 4], static m => m.Op("RMSNormalization", [m.X, m.Weight(4)], AttributeProto.Of("epsilon", .01f)), opset: 23);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Norm_of_one(int order) => GradientCheck.Verify([3, 4], m => m.Op("LpNormalization", [m.X], AttributeProto.Of("axis", 1L), AttributeProto.Of("p", (long)order)));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Local_response(int size) => GradientCheck.Verify(
        [6, 2, 2],
        m => m.Op("LRN", [m.X], AttributeProto.Of("size", (long)size), AttributeProto.Of("alpha", .9f), AttributeProto.Of("beta", .6f), AttributeProto.Of("bias", 1.5f)));

    [Fact]
    public void Mean_and_variance() => GradientCheck.Verify([3, 2, 4], static m => m.Op("MeanVarianceNormalization", [m.X], AttributeProto.Of("axes", [2L, 3])));
}
