using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

/// <summary>Elements that are moved, chosen or repeated.</summary>
public sealed class LayoutGradientTests
{
    [Fact]
    public void Shapes()
    {
        GradientCheck.Verify([3, 4], static m => m.Op("Reshape", [m.X, m.Ints(0, 2, -1)]));
        GradientCheck.Verify([3, 4], static m => m.Op("Flatten", [m.X]));
        GradientCheck.Verify([1, 4], static m => m.Op("Squeeze", [m.X, m.Ints(1)]));
        GradientCheck.Verify([1, 4], static m => m.Op("Squeeze", [m.X], AttributeProto.Of("axes", [1L])), opset: 11);
        GradientCheck.Verify([4], static m => m.Op("Unsqueeze", [m.X, m.Ints(1, -1)]));
        GradientCheck.Verify([3, 4], static m => m.Op("Transpose", [m.Op("Transpose", [m.X], AttributeProto.Of("perm", [2L, 0, 1]))], AttributeProto.Of("perm", [1L, 0, 2])));
        GradientCheck.Verify([3, 4], static m => m.Op("Transpose", [m.Op("Transpose", [m.X])]));
    }

    [Fact]
    public void Shapes_that_the_graph_computes() => GradientCheck.Verify([3, 4], static m =>
    {
        var batch = m.Op("Unsqueeze", [m.Op("Gather", [m.Op("Shape", [m.X]), m.Ints([0], [])]), m.Ints(0)]);
        return m.Op("Reshape", [m.X, m.Op("Concat", [batch, m.Ints(2, 6)], AttributeProto.Of("axis", 0L))]);
    });

    [Theory]
    [InlineData("DCR")]
    [InlineData("CRD")]
    public void Blocks(string mode) => GradientCheck.Verify([8, 2, 3], m => m.Op("DepthToSpace", [m.X], AttributeProto.Of("blocksize", 2L), AttributeProto.Of("mode", mode)));

    [Fact]
    public void Blocks_to_channels() => GradientCheck.Verify([2, 4, 6], static m => m.Op("SpaceToDepth", [m.X], AttributeProto.Of("blocksize", 2L)));

    [Fact]
    public void Joined_and_split()
    {
        GradientCheck.Verify([3, 4], static m => m.Op("Concat", [m.X, m.Op("Sin", [m.X])], AttributeProto.Of("axis", -1L)));
        GradientCheck.Verify([6], static m => m.Op("Mul", [.. m.Ops("Split", [m.X, m.Ints(3, 3)], 2, AttributeProto.Of("axis", 1L))]));
        GradientCheck.Verify([6], static m => m.Op("Sin", [m.Ops("Split", [m.X, m.Ints(2, 1, 3)], 3, AttributeProto.Of("axis", 1L))[2]]));
        GradientCheck.Verify([6], static m => m.Op("Sin", [m.Ops("Split", [m.X], 2, AttributeProto.Of("axis", 1L), AttributeProto.Of("split", [2L, 4]))[0]]), opset: 11);
    }

    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(-3, -1, 1)]
    [InlineData(0, long.MaxValue, 2)]
    [InlineData(-1, long.MinValue, -1)]
    [InlineData(3, 0, -2)]
    public void Slice(long start, long end, long step) => GradientCheck.Verify([3, 4], m => m.Op("Slice", [m.X, m.Ints(start), m.Ints(end), m.Ints(2), m.Ints(step)]));

    [Fact]
    public void Slice_by_attributes() =>
        GradientCheck.Verify([3, 4], static m => m.Op("Slice", [m.X], AttributeProto.Of("starts", [1L, 0]), AttributeProto.Of("ends", [9L, 2]), AttributeProto.Of("axes", [1L, 2])), opset: 9);

    [Theory]
    [InlineData("constant")]
    [InlineData("reflect")]
    [InlineData("edge")]
    public void Padding(string mode) => GradientCheck.Verify([2, 4, 5], m => m.Op("Pad", [m.X, m.Ints(0, 0, 1, 2, 0, 0, 3, 1)], AttributeProto.Of("mode", mode)));

    [Fact]
    public void Padding_by_attributes_and_of_some_axes()
    {
        GradientCheck.Verify([4], static m => m.Op("Pad", [m.X], AttributeProto.Of("pads", [0L, 2, 0, -1])), opset: 2);
        GradientCheck.Verify([4, 3], static m => m.Op("Pad", [m.X, m.Ints(1, 2), "", m.Ints(-1)]), opset: 18);
    }

    [Fact]
    public void Repeated()
    {
        GradientCheck.Verify([1, 3], static m => m.Op("Expand", [m.X, m.Ints(1, 4, 1)]));
        GradientCheck.Verify([2, 3], static m => m.Op("Tile", [m.X, m.Ints(1, 2, 3)]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Triangles(int upper) => GradientCheck.Verify([4, 4], m => m.Op("Trilu", [m.X, m.Ints([1], [])], AttributeProto.Of("upper", (long)upper)));

    [Fact]
    public void Reversed() => GradientCheck.Verify([4], static m => m.Op("Transpose", [m.Op("ReverseSequence", [m.Op("Transpose", [m.Op("Mul", [m.X, m.X])]), m.Op("Expand", [m.Ints(3), m.Op("Slice", [m.Op("Shape", [m.X]), m.Ints(0), m.Ints(1)])])])]));

    [Fact]
    public void Gathered()
    {
        GradientCheck.Verify([3, 4], static m => m.Op("Gather", [m.X, m.Ints([1], [])], AttributeProto.Of("axis", 1L)));
        GradientCheck.Verify([3, 4], static m => m.Op("Gather", [m.X, m.Ints(0, -1, 0)], AttributeProto.Of("axis", 1L)));
        GradientCheck.Verify([3, 4], static m => m.Op("Gather", [m.X, m.Ints([0, 1, 3, 0], [2, 2])], AttributeProto.Of("axis", -1L)));
        GradientCheck.Verify([3, 4], static m => m.Op("GatherElements", [m.X, m.Op("Cast", [m.Op("Greater", [m.X, m.Number(0)])], AttributeProto.Of("to", 7L))], AttributeProto.Of("axis", 2L)));
        GradientCheck.Verify([3, 4], static m => m.Op("GatherND", [m.Op("Transpose", [m.X], AttributeProto.Of("perm", [1L, 2, 0])), m.Ints([0, 1, 2, 3, 0, 1], [3, 2])]) is var y ? m.Op("Transpose", [y]) : "");
    }

    [Fact]
    public void Places_that_follow_the_input_get_no_gradient() => GradientCheck.Verify([5], static m =>
        m.Op("GatherElements", [m.Op("Sin", [m.X]), m.Op("ArgMax", [m.X], AttributeProto.Of("axis", 1L))], AttributeProto.Of("axis", 1L)));

    [Fact]
    public void Largest_elements() => GradientCheck.Verify([6], static m => m.Ops("TopK", [m.X, m.Ints(2)], 2)[0]);

    [Theory]
    [InlineData("none")]
    [InlineData("add")]
    public void Scattered(string reduction)
    {
        GradientCheck.Verify([3, 4], m =>
        {
            var places = m.Op("Cast", [m.Op("Greater", [m.Op("Slice", [m.X, m.Ints(0), m.Ints(1), m.Ints(2)]), m.Number(0)])], AttributeProto.Of("to", 7L));
            return m.Op("ScatterElements", [m.X, places, m.Op("Slice", [m.Op("Exp", [m.X]), m.Ints(1), m.Ints(2), m.Ints(2)])], AttributeProto.Of("axis", 2L), AttributeProto.Of("reduction", reduction));
        });
        GradientCheck.Verify([3, 4], m =>
        {
            var turned = m.Op("Transpose", [m.X], AttributeProto.Of("perm", [1L, 2, 0]));
            var update = m.Op("Gather", [m.Op("Exp", [turned]), m.Ints(0, 2)]);
            return m.Op("Transpose", [m.Op("ScatterND", [turned, m.Ints([2, 1], [2, 1]), update], AttributeProto.Of("reduction", reduction))]);
        });
    }
}
