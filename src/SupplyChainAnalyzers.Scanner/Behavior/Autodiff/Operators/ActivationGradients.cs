namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Activations: functions of each element alone.</summary>
internal static class ActivationGradients
{
    private const float HardSigmoidAlpha = .2f; // where the node has none (onnx docs/Operators.md), as the other numbers here

    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["Relu"] = static n => n.Give(n.Graph.Masked(n.Graph.Greater(n.Y(), 0), n.Dy)),
        ["LeakyRelu"] = static n => n.Give(n.Graph.Where(n.Graph.Greater(n.X(), 0), n.Dy, n.Graph.Mul(n.Dy, n.Float("alpha", .01f)))),
        ["ThresholdedRelu"] = static n => n.Give(n.Graph.Masked(n.Graph.Greater(n.X(), n.Float("alpha", 1)), n.Dy)),
        ["PRelu"] = PRelu,
        ["Clip"] = Clip,
        ["HardSwish"] = HardSwish,
        ["HardSigmoid"] = HardSigmoid,
        ["Sigmoid"] = static n => n.Give(n.Graph.Mul(n.Dy, Logistic(n.Graph, n.Y()))),
        ["Tanh"] = static n => n.Give(n.Graph.Mul(n.Dy, n.Graph.OneMinus(n.Graph.Square(n.Y())))),
        ["Elu"] = static n => Exponential(n, 1, n.Float("alpha", 1), 1),
        ["Selu"] = static n => Exponential(n, n.Float("gamma", 1.05070098f), n.Float("gamma", 1.05070098f) * n.Float("alpha", 1.67326319f), 1),
        ["Celu"] = static n => Exponential(n, 1, 1, 1 / n.Float("alpha", 1)),
        ["Softplus"] = static n => n.Give(n.Graph.Mul(n.Dy, n.Graph.Op("Sigmoid", [n.X()]))),
        ["Softsign"] = static n => n.Give(n.Graph.Div(n.Dy, n.Graph.Square(n.Graph.Add(n.Graph.Op("Abs", [n.X()]), 1)))),
        ["Mish"] = Mish,
        ["Gelu"] = Gelu,
        ["FastGelu"] = static n => n.Give(n.Graph.Mul(n.Dy, n.Has(1) ? throw n.Unavailable("it has a bias") : TanhGelu(n.Graph, n.X()))),
        ["QuickGelu"] = static n => Swish(n, 1.702f),
        ["Swish"] = static n => Swish(n, 1),
    };

    /// <summary>y (1 - y).</summary>
    private static string Logistic(BackwardGraph g, string y) => g.Mul(y, g.OneMinus(y));

    private static void PRelu(NodeGradient n)
    {
        var g = n.Graph;
        var positive = g.Greater(n.X(), 0);
        n.Give(g.Where(positive, n.Dy, g.Mul(n.Dy, n.X(1))));
        if (n.Wants(1))
            n.GiveUnbroadcast(g.Where(positive, g.Const(0), g.Mul(n.Dy, n.X())), 1);
    }

    private static void Clip(NodeGradient n)
    {
        // Attributes up to set 6, inputs from 11 on.
        var low = n.Has(1) ? n.Fixed(1).Number : n.Float("min", float.MinValue);
        var high = n.Has(2) ? n.Fixed(2).Number : n.Float("max", float.MaxValue);
        n.Give(n.Graph.Masked(n.Graph.And(n.Graph.Greater(n.X(), low), n.Graph.Less(n.X(), high)), n.Dy));
    }

    private static void HardSwish(NodeGradient n)
    {
        var (g, x) = (n.Graph, n.X());
        var inner = g.Add(g.Mul(x, 1 / 3f), .5f);
        n.Give(g.Mul(n.Dy, g.Where(g.Greater(x, 3), g.Const(1), g.Masked(g.Greater(x, -3), inner))));
    }

    private static void HardSigmoid(NodeGradient n)
    {
        var (g, y) = (n.Graph, n.Y());
        n.Give(g.Masked(g.And(g.Greater(y, 0), g.Less(y, 1)), g.Mul(n.Dy, n.Float("alpha", HardSigmoidAlpha))));
    }

    // Of positive x: scale x. Of others: (y + floor) rate, with y = floor (exp(…) - 1) or its like.
    private static void Exponential(NodeGradient n, float scale, float floor, float rate)
    {
        var g = n.Graph;
        n.Give(g.Mul(n.Dy, g.Where(g.Greater(n.X(), 0), g.Const(scale), rate == 1 ? g.Add(n.Y(), floor) : g.Add(g.Mul(n.Y(), rate), floor))));
    }

    private static void Mish(NodeGradient n)
    {
        var (g, x) = (n.Graph, n.X());
        var tanh = g.Op("Tanh", [g.Op("Softplus", [x])]);
        var slope = g.Mul(g.Op("Sigmoid", [x]), g.OneMinus(g.Square(tanh)));
        n.Give(g.Mul(n.Dy, g.Add(tanh, g.Mul(x, slope))));
    }

    private static void Gelu(NodeGradient n)
    {
        var (g, x) = (n.Graph, n.X());
        if (n.Text("approximate", "none") == "tanh")
        {
            n.Give(g.Mul(n.Dy, TanhGelu(g, x)));
            return;
        }

        // Phi(x) + x phi(x)
        var area = g.Mul(g.Add(g.Op("Erf", [g.Mul(x, (float)Math.Sqrt(.5))]), 1), .5f);
        var density = g.Mul(g.Exp(g.Mul(g.Square(x), -.5f)), (float)(1 / Math.Sqrt(2 * Math.PI)));
        n.Give(g.Mul(n.Dy, g.Add(area, g.Mul(x, density))));
    }

    // y = x (1 + tanh u) / 2 with u = c (x + a x³)
    private static string TanhGelu(BackwardGraph g, string x)
    {
        const float A = 0.044715f;
        var c = (float)Math.Sqrt(2 / Math.PI);
        var square = g.Square(x);
        var tanh = g.Op("Tanh", [g.Mul(g.Mul(x, g.Add(g.Mul(square, A), 1)), c)]);
        var slope = g.Mul(g.Mul(g.OneMinus(g.Square(tanh)), g.Add(g.Mul(square, 3 * A), 1)), c);
        return g.Mul(g.Add(g.Add(tanh, 1), g.Mul(x, slope)), .5f);
    }

    private static void Swish(NodeGradient n, float otherwise)
    {
        var (g, x, alpha) = (n.Graph, n.X(), n.Float("alpha", otherwise));
        var sigmoid = g.Op("Sigmoid", [g.Mul(x, alpha)]);
        n.Give(g.Mul(n.Dy, g.Add(sigmoid, g.Mul(g.Mul(x, alpha), Logistic(g, sigmoid)))));
    }
}
