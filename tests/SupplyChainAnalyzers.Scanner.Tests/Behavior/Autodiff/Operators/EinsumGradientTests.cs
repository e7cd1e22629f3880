using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff.Operators;

public sealed class EinsumGradientTests
{
    [Theory]
    [InlineData("bij,jk->bik", 4, 2)]
    [InlineData("bij , kj -> bki", 2, 4)]
    [InlineData("bij,jk", 4, 2)] // the result in the order of the alphabet
    [InlineData("...j,jk->...k", 4, 2)]
    [InlineData("bij,ij->bj", 3, 4)]
    public void Product_with_a_constant(string equation, long rows, long columns) =>
        GradientCheck.Verify([3, 4], m => m.Op("Einsum", [m.X, m.Weight(rows, columns)], AttributeProto.Of("equation", equation)));

    [Theory]
    [InlineData("bid,bjd->bij")]
    [InlineData("bid,bjd->bdi")] // j is summed away
    public void Both_sides_depend_on_the_input(string equation) =>
        GradientCheck.Verify([3, 4], m => m.Op("Einsum", [m.X, m.Op("Sin", [m.X])], AttributeProto.Of("equation", equation)));

    [Fact]
    public void One_operand_summed_and_turned() => GradientCheck.Verify([3, 4], static m => m.Op("Einsum", [m.X], AttributeProto.Of("equation", "bij->jb")) is var y ? m.Op("Transpose", [y]) : "");

    [Fact]
    public void Diagonal_is_estimated()
    {
        var model = new SmallModel(TensorType.Float, 17, 3, 3);
        using var gradient = OnnxGradient.Compile(model.Giving(model.Op("Einsum", [model.X], AttributeProto.Of("equation", "bii->bi"))));
        Assert.Contains("diagonal", gradient.Reason, StringComparison.Ordinal);
    }
}
