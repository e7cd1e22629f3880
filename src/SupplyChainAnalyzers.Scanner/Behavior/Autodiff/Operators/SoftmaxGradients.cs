namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Softmax and its logarithm, over one axis or, before set 13, over all from one axis on.</summary>
internal static class SoftmaxGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["Softmax"] = Softmax,
        ["LogSoftmax"] = LogSoftmax,
    };

    private static void Softmax(NodeGradient n)
    {
        var (g, y) = (n.Graph, n.Y());
        var product = g.Mul(n.Dy, y);
        n.Give(g.Sub(product, g.Mul(y, g.Sum(product, keep: true, Axes(n)))));
    }

    private static void LogSoftmax(NodeGradient n)
    {
        var g = n.Graph;
        n.Give(g.Sub(n.Dy, g.Mul(g.Exp(n.Y()), g.Sum(n.Dy, keep: true, Axes(n)))));
    }

    private static long[] Axes(NodeGradient n)
    {
        var axis = n.Axis(n.Opset < 13 ? 1 : -1);
        return n.Opset < 13 ? [.. Enumerable.Range(axis, n.Rank() - axis).Select(static each => (long)each)] : [axis];
    }
}
