namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Arithmetic of several tensors, each repeated to the shape of the others.</summary>
internal static class ArithmeticGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["Add"] = static n => Each(n, static (n, _) => n.Dy),
        ["Sum"] = static n => Each(n, static (n, _) => n.Dy),
        ["Mean"] = static n => Each(n, static (n, _) => n.Graph.Mul(n.Dy, 1f / n.Node.Inputs.Count)),
        ["Sub"] = static n => Each(n, static (n, i) => i == 0 ? n.Dy : n.Graph.Neg(n.Dy)),
        ["Mul"] = static n => Each(n, static (n, i) => n.Graph.Mul(n.Dy, n.X(1 - i))),
        ["Div"] = static n => Each(n, Quotient),
        ["Pow"] = static n => Each(n, Power),
        ["Max"] = static n => Each(n, Chosen),
        ["Min"] = static n => Each(n, Chosen),
        ["Where"] = Where,
    };

    private static void Each(NodeGradient n, Func<NodeGradient, int, string> gradient)
    {
        for (var i = 0; i < n.Node.Inputs.Count; i++)
        {
            if (n.Wants(i))
                n.GiveUnbroadcast(gradient(n, i), i);
        }
    }

    private static string Quotient(NodeGradient n, int input)
    {
        var g = n.Graph;
        return input == 0 ? g.Div(n.Dy, n.X(1)) : g.Neg(g.Div(g.Mul(n.Dy, n.Y()), n.X(1)));
    }

    private static string Power(NodeGradient n, int input)
    {
        var g = n.Graph;
        if (input == 1)
            return g.Mul(n.Dy, g.Mul(n.Y(), g.Op("Log", [n.X()])));
        if (n.Constant(1) is not { Floats: [var exponent] })
            return g.Mul(n.Dy, g.Mul(n.X(1), g.Op("Pow", [n.X(), g.Add(n.X(1), -1)])));

        return exponent switch
        {
            1 => n.Dy,
            2 => g.Mul(n.Dy, g.Mul(n.X(), 2)),
            _ => g.Mul(n.Dy, g.Mul(g.Op("Pow", [n.X(), g.Const(exponent - 1)]), exponent)),
        };
    }

    // Where several are equally large, each gets it: one of the slopes there.
    private static string Chosen(NodeGradient n, int input) => n.Graph.Masked(n.Graph.Op("Equal", [n.X(input), n.Y()]), n.Dy);

    private static void Where(NodeGradient n)
    {
        var (g, condition) = (n.Graph, n.Graph.Facts.Constant(n.In()) is null ? n.Graph.Saved(n.In()) : n.Graph.Cast(n.X(), Onnx.TensorType.Bool));
        if (n.Wants(1))
            n.GiveUnbroadcast(g.Masked(condition, n.Dy), 1);
        if (n.Wants(2))
            n.GiveUnbroadcast(g.Where(condition, g.Const(0), n.Dy), 2);
    }
}
