namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Mathematical functions of each element alone.</summary>
internal static class FunctionGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["Exp"] = static n => n.Give(n.Graph.Mul(n.Dy, n.Y())),
        ["Log"] = static n => n.Give(n.Graph.Div(n.Dy, n.X())),
        ["Sqrt"] = static n => n.Give(n.Graph.Div(n.Graph.Mul(n.Dy, .5f), n.Y())),
        ["Neg"] = static n => n.Give(n.Graph.Neg(n.Dy)),
        ["Abs"] = static n => n.Give(n.Graph.Mul(n.Dy, n.Graph.Op("Sign", [n.X()]))),
        ["Reciprocal"] = static n => n.Give(n.Graph.Neg(n.Graph.Mul(n.Dy, n.Graph.Square(n.Y())))),
        ["Erf"] = static n => n.Give(n.Graph.Mul(n.Graph.Mul(n.Dy, n.Graph.Exp(n.Graph.Neg(n.Graph.Square(n.X())))), (float)(2 / Math.Sqrt(Math.PI)))),
        ["Sin"] = static n => n.Give(n.Graph.Mul(n.Dy, n.Graph.Op("Cos", [n.X()]))),
        ["Cos"] = static n => n.Give(n.Graph.Neg(n.Graph.Mul(n.Dy, n.Graph.Op("Sin", [n.X()])))),
        ["Tan"] = static n => n.Give(n.Graph.Mul(n.Dy, n.Graph.Add(n.Graph.Square(n.Y()), 1))),
        ["Asin"] = static n => n.Give(n.Graph.Div(n.Dy, n.Graph.Sqrt(n.Graph.OneMinus(n.Graph.Square(n.X()))))),
        ["Acos"] = static n => n.Give(n.Graph.Neg(n.Graph.Div(n.Dy, n.Graph.Sqrt(n.Graph.OneMinus(n.Graph.Square(n.X())))))),
        ["Atan"] = static n => n.Give(n.Graph.Div(n.Dy, n.Graph.Add(n.Graph.Square(n.X()), 1))),
        ["Sinh"] = static n => n.Give(n.Graph.Mul(n.Dy, n.Graph.Op("Cosh", [n.X()]))),
        ["Cosh"] = static n => n.Give(n.Graph.Mul(n.Dy, n.Graph.Op("Sinh", [n.X()]))),
        ["Asinh"] = static n => n.Give(n.Graph.Div(n.Dy, n.Graph.Sqrt(n.Graph.Add(n.Graph.Square(n.X()), 1)))),
        ["Acosh"] = static n => n.Give(n.Graph.Div(n.Dy, n.Graph.Sqrt(n.Graph.Add(n.Graph.Square(n.X()), -1)))),
        ["Atanh"] = static n => n.Give(n.Graph.Div(n.Dy, n.Graph.OneMinus(n.Graph.Square(n.X())))),

        // Flat nearly everywhere. Rounding stands for quantization, which training passes straight through as well (Bengio et al. 2013).
        ["Round"] = static n => n.Give(n.Dy),
        ["Floor"] = Nothing,
        ["Ceil"] = Nothing,
        ["Sign"] = Nothing,
    };

    private static void Nothing(NodeGradient n)
    {
        // A gradient of zero adds nothing.
    }
}
