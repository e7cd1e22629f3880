using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Behavior.Weights;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Weights;

public sealed class ClassifierHeadTests
{
    private const int Width = 6;
    private const int Classes = 4;

    private static readonly ProtoBuilder Features = OnnxModels.Node("Gemm", ["x", "first"], ["f"]);
    private static readonly ProtoBuilder Bent = OnnxModels.Node("Relu", ["f"], ["h"]);
    private static readonly ProtoBuilder Head = OnnxModels.Node("Gemm", ["h", "head"], ["y"]);

    [Fact]
    public void Layer_before_the_output_is_the_head() => Assert.Equal(["head"], Names(Features, Bent, Head));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dead_layer_is_none_wherever_it_stands(bool isLast)
    {
        var dead = OnnxModels.Node("Gemm", ["h", "dead"], ["unused"]);
        Assert.Equal(["head"], isLast ? Names(Features, Bent, Head, dead) : Names(Features, Bent, dead, Head));
    }

    [Fact]
    public void What_follows_the_head_is_passed_through() => Assert.Equal(["head"], Names(
        Features, Bent, OnnxModels.Node("MatMul", ["h", "head"], ["a"]), OnnxModels.Node("Add", ["a", "bias"], ["b"]), OnnxModels.Node("Identity", ["b"], ["c"]), OnnxModels.Node("Softmax", ["c"], ["y"])));

    [Fact]
    public void Head_that_a_dead_one_is_added_to_still_counts() => Assert.Equal(["head", "dead"], Names(
        Features, Bent, OnnxModels.Node("Gemm", ["h", "head"], ["a"]), OnnxModels.Node("Gemm", ["h", "dead"], ["b"]), OnnxModels.Node("Mul", ["b", "zero"], ["c"]), OnnxModels.Node("Add", ["a", "c"], ["y"])));

    [Fact]
    public void Gate_of_another_width_is_no_head() => Assert.Equal(["head"], Names(
        Features, Bent, OnnxModels.Node("Gemm", ["h", "gate"], ["g"]), OnnxModels.Node("Sigmoid", ["g"], ["s"]), OnnxModels.Node("Gemm", ["h", "head"], ["a"]), OnnxModels.Node("Mul", ["s", "a"], ["y"])));

    [Fact]
    public void Layer_that_changes_nothing_is_one_with_the_head()
    {
        var plain = Assert.Single(Of(Features, Bent, Head));
        var behind = Assert.Single(Of(Features, Bent, OnnxModels.Node("Gemm", ["h", "head"], ["a"]), OnnxModels.Node("Add", ["a", "bias"], ["b"]), OnnxModels.Node("MatMul", ["b", "same"], ["y"])));

        Assert.Equal((plain.Rows, plain.RowSize), (behind.Rows, behind.RowSize));
        Assert.Equal(plain.Values, behind.Values);
    }

    [Fact]
    public void Activation_keeps_layers_apart() => Assert.Equal(Width, Assert.Single(Of(Features, Bent, Head)).RowSize);

    [Fact]
    public void Output_of_no_layer_has_none() => Assert.Empty(Of(OnnxModels.Node("Gemm", ["x", "head"], ["unused"]), OnnxModels.Node("Relu", ["x"], ["y"])));

    private static IEnumerable<string> Names(params ProtoBuilder[] nodes) => Of(nodes).Select(static layer => layer.Name);

    private static IReadOnlyList<LayerWeights> Of(params ProtoBuilder[] nodes)
    {
        var bytes = OnnxModels.Model(
            nodes,
            [Matrix("first", 9, Width), Matrix("head", Width, Classes), Matrix("dead", Width, Classes), Matrix("gate", Width, 1), Matrix("same", Classes, Classes), OnnxModels.Floats("bias", [Classes], 1, 2, 3, 4), OnnxModels.Floats("zero", [1], 0)],
            [OnnxModels.Port("x", -1, 9)],
            [OnnxModels.Port("y", -1, Classes)]);
        var model = ModelProto.Parse(bytes);
        return ClassifierHead.Of(model.Graph, [.. LayerWeights.Of(model, null)]);
    }

    // Of "same", ones on the diagonal.
    private static ProtoBuilder Matrix(string name, int rows, int columns) =>
        OnnxModels.Floats(name, [rows, columns], [.. Enumerable.Range(0, rows * columns).Select(i => name == "same" ? (i / columns == i % columns ? 1f : 0) : ((i * 7) + name.Length) % 11)]);
}
