using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

/// <summary>Convolutions of every stride, padding, dilation and group, in one to three dimensions.</summary>
public sealed class ConvolutionGradientTests
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(1, 0, 1, 2)]
    [InlineData(1, 2, 2, 1)]
    [InlineData(1, 3, 1, 1)] // more padding than the kernel reaches
    [InlineData(2, 1, 1, 1)]
    [InlineData(2, 1, 1, 2)]
    [InlineData(3, 0, 1, 1)]
    [InlineData(2, 2, 2, 4)]
    public void Convolution(int stride, int pad, int dilation, int group) => GradientCheck.Verify([4, 7, 6], m => m.Op(
        "Conv",
        [m.X, m.Weight(8, 4 / group, 3, 3), m.Weight(8)],
        Each("strides", stride),
        Each("dilations", dilation),
        AttributeProto.Of("pads", Enumerable.Repeat((long)pad, 4)),
        AttributeProto.Of("group", (long)group)));

    [Theory]
    [InlineData("SAME_UPPER", 2, 4)]
    [InlineData("SAME_LOWER", 2, 4)]
    [InlineData("SAME_UPPER", 1, 2)]
    [InlineData("SAME_LOWER", 1, 2)]
    [InlineData("VALID", 2, 3)]
    public void Automatic_padding(string padding, int stride, int kernel) => GradientCheck.Verify([2, 6, 5], m => m.Op(
        "Conv",
        [m.X, m.Weight(3, 2, kernel, kernel)],
        Each("strides", stride),
        AttributeProto.Of("auto_pad", padding)));

    [Fact]
    public void One_and_three_dimensions_and_uneven_padding()
    {
        GradientCheck.Verify([2, 9], static m => m.Op("Conv", [m.X, m.Weight(3, 2, 3)], AttributeProto.Of("strides", [2L]), AttributeProto.Of("pads", [2L, 0])));
        GradientCheck.Verify([2, 9], static m => m.Op("Conv", [m.X, m.Weight(3, 2, 3)], AttributeProto.Of("pads", [2L, 0])));
        GradientCheck.Verify([2, 4, 3, 5], static m => m.Op("Conv", [m.X, m.Weight(3, 2, 2, 3, 2)], AttributeProto.Of("pads", [0L, 1, 1, 1, 1, 0])));
    }

    [Theory]
    [InlineData(1, 1, 1, 1, 0)]
    [InlineData(2, 1, 1, 1, 1)]
    [InlineData(2, 0, 2, 1, 0)]
    [InlineData(3, 1, 1, 2, 2)]
    public void Transposed_convolution(int stride, int pad, int dilation, int group, int extra) => GradientCheck.Verify([4, 4, 3], m => m.Op(
        "ConvTranspose",
        [m.X, m.Weight(4, 3, 3, 3), m.Weight(3 * group)],
        Each("strides", stride),
        Each("dilations", dilation),
        Each("output_padding", extra),
        AttributeProto.Of("pads", Enumerable.Repeat((long)pad, 4)),
        AttributeProto.Of("group", (long)group)));

    [Theory]
    [InlineData("SAME_UPPER")]
    [InlineData("SAME_LOWER")]
    public void Automatic_padding_of_a_transposed_convolution(string padding) => GradientCheck.Verify([2, 4, 3], m => m.Op(
        "ConvTranspose",
        [m.X, m.Weight(2, 3, 3, 3)],
        Each("strides", 2),
        AttributeProto.Of("auto_pad", padding)));

    [Fact]
    public void Wanted_shape_of_a_transposed_convolution() => GradientCheck.Verify([2, 4, 3], static m => m.Op(
        "ConvTranspose",
        [m.X, m.Weight(2, 3, 3, 3)],
        Each("strides", 2),
        AttributeProto.Of("output_shape", [8L, 6])));

    private static AttributeProto Each(string name, long value) => AttributeProto.Of(name, [value, value]);
}
