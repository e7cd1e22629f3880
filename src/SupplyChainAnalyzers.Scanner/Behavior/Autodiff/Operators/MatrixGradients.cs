using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Products of matrices.</summary>
internal static class MatrixGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["MatMul"] = static n => MatMul(n, n.Dy),
        ["Gemm"] = Gemm,
    };

    /// <summary>Of a product of stacks of matrices; a vector counts as a row on the left, as a column on the right.</summary>
    public static void MatMul(NodeGradient n, string dy)
    {
        var (g, left, right) = (n.Graph, n.Rank(), n.Rank(1));
        if (right == 1)
            dy = g.Unsqueeze(dy, -1);
        if (left == 1)
            dy = g.Unsqueeze(dy, -2);

        // Of what is repeated along leading axes, the sum; its shape with both vectors as matrices.
        var result = n.OutShape();
        long[] stacks = [.. result[..(result.Length - (left == 1 ? 0 : 1) - (right == 1 ? 0 : 1))]];
        if (n.Wants(0))
            Give(n, 0, g.MatMul(dy, Turned(n, 1)), stacks);
        if (n.Wants(1))
            Give(n, 1, g.MatMul(Turned(n, 0), dy), stacks);
    }

    private static void Give(NodeGradient n, int input, string gradient, long[] stacks)
    {
        var (g, shape) = (n.Graph, n.ShapeOf(input));
        if (shape.Length == 1)
            n.Give(g.Reshape(stacks.Length == 0 ? gradient : g.Sum(gradient, keep: false, [.. Enumerable.Range(0, stacks.Length).Select(static axis => (long)axis)]), shape), input);
        else
            n.Give(g.Unbroadcast(gradient, [.. stacks, .. shape[^2..]], n.In(input)), input);
    }

    private static string Turned(NodeGradient n, int input)
    {
        var (g, rank) = (n.Graph, n.Rank(input));
        return rank == 1 ? g.Unsqueeze(n.X(input), input == 0 ? 1 : 0) : g.Transposed(n.X(input), rank);
    }

    // Y = alpha A' B' + beta C, where ' is transposed if the attribute says so.
    private static void Gemm(NodeGradient n)
    {
        var (g, turnA, turnB) = (n.Graph, n.Int("transA", 0), n.Int("transB", 0));
        if (n.Wants(0))
            n.Give(turnA == 0 ? Product(n, n.Dy, n.X(1), 0, 1 - turnB) : Product(n, n.X(1), n.Dy, turnB, 1));
        if (n.Wants(1))
            n.Give(turnB == 0 ? Product(n, n.X(), n.Dy, 1 - turnA, 0) : Product(n, n.Dy, n.X(), 1, turnA), 1);
        if (n.Wants(2))
            n.GiveUnbroadcast(g.Mul(n.Dy, n.Float("beta", 1)), 2);
    }

    private static string Product(NodeGradient n, string a, string b, long turnA, long turnB) =>
        n.Graph.Op("Gemm", [a, b], AttributeProto.Of("alpha", n.Float("alpha", 1)), AttributeProto.Of("transA", turnA), AttributeProto.Of("transB", turnB));
}
