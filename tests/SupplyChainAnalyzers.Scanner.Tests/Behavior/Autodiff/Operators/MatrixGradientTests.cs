using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

public sealed class MatrixGradientTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    public void Gemm(int turnA, int turnB) => GradientCheck.Verify([5], m => m.Op(
        "Gemm",
        [m.X, turnB == 1 ? m.Weight(3, 5) : m.Weight(5, 3), m.Weight(3)],
        AttributeProto.Of("alpha", .7f),
        AttributeProto.Of("beta", .3f),
        AttributeProto.Of("transA", (long)turnA),
        AttributeProto.Of("transB", (long)turnB)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    public void Gemm_of_what_depends_on_the_input(int turnA, int turnB) => GradientCheck.Verify([4], m =>
    {
        // N 4 as 4 N and N 4, multiplied to 4 4 or N N, with a third operand as well; put back in a form that follows the batch
        var left = turnA == 1 ? m.X : m.Op("Transpose", [m.X]);
        var right = turnB == 1 ? m.Op("Transpose", [m.Op("Sin", [m.X])]) : m.Op("Sin", [m.X]);
        var product = m.Op("Gemm", [left, right, m.Op("ReduceSum", [m.X, m.Ints(0)])], AttributeProto.Of("alpha", .7f), AttributeProto.Of("beta", .3f), AttributeProto.Of("transA", (long)turnA), AttributeProto.Of("transB", (long)turnB));
        return m.Op("MatMul", [m.X, product]);
    });

    [Fact]
    public void Products_of_stacks_with_constants_on_either_side()
    {
        GradientCheck.Verify([3, 4], static m => m.Op("MatMul", [m.X, m.Weight(4, 2)]));
        GradientCheck.Verify([3, 4], static m => m.Op("MatMul", [m.Weight(2, 3), m.X]));
        GradientCheck.Verify([2, 3, 4], static m => m.Op("MatMul", [m.X, m.Weight(2, 4, 2)]));
        GradientCheck.Verify([1, 3, 4], static m => m.Op("MatMul", [m.X, m.Weight(5, 4, 2)]));
    }

    [Fact]
    public void Both_sides_depend_on_the_input()
    {
        GradientCheck.Verify([3, 4], static m => m.Op("MatMul", [m.X, m.Op("Transpose", [m.X], AttributeProto.Of("perm", [0L, 2, 1]))]));
        GradientCheck.Verify([3, 4], static m => m.Op("MatMul", [m.X, m.Op("Reshape", [m.Op("Slice", [m.X, m.Ints(0), m.Ints(1), m.Ints(0)]), m.Ints(4, 3)])]));
    }

    [Fact]
    public void Vectors_count_as_rows_and_columns()
    {
        GradientCheck.Verify([3, 4], static m => m.Op("MatMul", [m.X, m.Weight(4)]));
        GradientCheck.Verify([3, 4], static m => m.Op("MatMul", [m.Weight(3), m.X]));
        GradientCheck.Verify([3], static m => m.Op("Mul", [m.X, m.Op("MatMul", [m.Op("ReduceSum", [m.X, m.Ints(0)], AttributeProto.Of("keepdims", 0L)), m.Weight(3, 3)])]));
        GradientCheck.Verify([3, 4], static m => m.Op("MatMul", [m.X, m.Op("ReduceSum", [m.X, m.Ints(0, 1)], AttributeProto.Of("keepdims", 0L))]));
    }
}
