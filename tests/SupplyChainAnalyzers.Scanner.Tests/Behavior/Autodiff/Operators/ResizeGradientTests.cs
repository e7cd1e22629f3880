using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

/// <summary>Every mode and way to place pixels, up and down.</summary>
public sealed class ResizeGradientTests
{
    [Theory]
    [InlineData("nearest", "half_pixel", 2, 3)]
    [InlineData("nearest", "asymmetric", 2, 1.5)]
    [InlineData("nearest", "align_corners", .6, 1.7)]
    [InlineData("linear", "half_pixel", 2, 1.5)]
    [InlineData("linear", "align_corners", 2, 1.7)]
    [InlineData("linear", "asymmetric", .6, 2)]
    [InlineData("linear", "pytorch_half_pixel", 1.6, .5)]
    [InlineData("cubic", "half_pixel", 2, 1.5)]
    [InlineData("cubic", "align_corners", 1.6, .6)]
    public void By_scales(string mode, string places, double rows, double columns) => GradientCheck.Verify([2, 5, 6], m => m.Op(
        "Resize",
        [m.X, "", m.Tensor(TensorType.Float, [.. new[] { 1, 1, (float)rows, (float)columns }.SelectMany(BitConverter.GetBytes)], 4)],
        AttributeProto.Of("mode", mode),
        AttributeProto.Of("coordinate_transformation_mode", places)));

    [Theory]
    [InlineData("nearest")]
    [InlineData("linear")]
    [InlineData("cubic")]
    public void By_sizes(string mode) => GradientCheck.Verify([2, 5, 6], m =>
    {
        var batch = m.Op("Slice", [m.Op("Shape", [m.X]), m.Ints(0), m.Ints(2)]);
        return m.Op("Resize", [m.X, "", "", m.Op("Concat", [batch, m.Ints(7, 11)], AttributeProto.Of("axis", 0L))], AttributeProto.Of("mode", mode));
    });

    [Theory]
    [InlineData("linear")]
    [InlineData("cubic")]
    public void Without_aliasing(string mode) => GradientCheck.Verify(
        [2, 8, 9],
        m => m.Op("Resize", [m.X, "", m.Tensor(TensorType.Float, [.. new[] { .5f, .4f }.SelectMany(BitConverter.GetBytes)], 2)], AttributeProto.Of("mode", mode), AttributeProto.Of("antialias", 1L), AttributeProto.Of("axes", [2L, 3])),
        opset: 18);

    [Theory]
    [InlineData("nearest")]
    [InlineData("linear")]
    public void Upsample(string mode) => GradientCheck.Verify([2, 3, 4], m => m.Op("Upsample", [m.X], AttributeProto.Of("mode", mode), AttributeProto.Of("scales", [1f, 1, 2, 3])), opset: 7);
}
