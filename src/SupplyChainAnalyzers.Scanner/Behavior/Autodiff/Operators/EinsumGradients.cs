using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Einsum: what an operand gets is an Einsum of the gradient and the other operands.</summary>
internal static class EinsumGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>> { ["Einsum"] = Einsum };

    private static void Einsum(NodeGradient n)
    {
        var (operands, result) = Parse(n);
        for (var i = 0; i < operands.Length; i++)
        {
            if (n.Wants(i))
                n.Give(Of(n, operands, result, i), i);
        }
    }

    private static string Of(NodeGradient n, string[] operands, string result, int input)
    {
        var (g, own) = (n.Graph, operands[input]);
        int[] others = [.. Enumerable.Range(0, operands.Length).Where(i => i != input)];
        var known = result + string.Concat(others.Select(i => operands[i]));
        if (own.Distinct().Count() != own.Length)
            throw n.Unavailable("it takes a diagonal");

        // An index that only this operand has was summed over: each element gets the same.
        var kept = string.Concat(own.Where(known.Contains));
        var equation = string.Join(',', others.Select(i => operands[i]).Prepend(result)) + "->" + kept;
        var gradient = g.Op("Einsum", [n.Dy, .. others.Select(i => n.X(i))], AttributeProto.Of("equation", equation));
        if (kept.Length == own.Length)
            return gradient;

        long[] summed = [.. Enumerable.Range(0, own.Length).Where(axis => !known.Contains(own[axis])).Select(static axis => (long)axis)];
        return g.Op("Expand", [g.Unsqueeze(gradient, summed), g.ShapeOf(n.In(input))]);
    }

    // Letters of each operand and of the result, with letters for what stands as dots.
    private static (string[] Operands, string Result) Parse(NodeGradient n)
    {
        var equation = n.Text("equation", "").Replace(" ", "", StringComparison.Ordinal);
        var sides = equation.Split("->");
        var operands = sides[0].Split(',');
        if (operands.Length != n.Node.Inputs.Count || sides.Length > 2)
            throw n.Unavailable($"of equation '{Printable.Of(equation, 60)}'");

        const string Dots = "...";
        var widest = operands.Select((letters, i) => letters.Contains(Dots, StringComparison.Ordinal) ? n.Rank(i) - letters.Length + Dots.Length : 0).Max();
        var spare = string.Concat(Enumerable.Range('A', 26).Concat(Enumerable.Range('a', 26)).Select(static c => (char)c).Where(c => !equation.Contains(c))).PadRight(widest)[..widest];
        for (var i = 0; i < operands.Length; i++)
            operands[i] = operands[i].Replace(Dots, spare[Math.Max(0, widest - (n.Rank(i) - operands[i].Length + Dots.Length))..], StringComparison.Ordinal);

        var result = sides.Length == 2
            ? sides[1].Replace(Dots, spare, StringComparison.Ordinal)
            : spare + string.Concat(string.Concat(operands).GroupBy(static c => c).Where(static group => group.Count() == 1).Select(static group => group.Key).Where(c => !spare.Contains(c)).Order());
        if (operands.Where((letters, i) => letters.Length != n.Rank(i)).Any() || !IsWithoutRepetition(n, operands))
            throw n.Unavailable("it repeats axes of size 1");

        return (operands, result);
    }

    // Whether each letter has one size.
    private static bool IsWithoutRepetition(NodeGradient n, string[] operands) =>
        operands.SelectMany((letters, i) => letters.Select((letter, axis) => (Letter: letter, Size: n.ShapeOf(i)[axis]))).GroupBy(static each => each.Letter).All(static group => group.DistinctBy(static each => each.Size).Count() == 1);
}
