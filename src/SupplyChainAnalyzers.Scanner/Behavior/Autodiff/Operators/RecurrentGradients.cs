using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>LSTM, GRU and RNN by backpropagation through time, each step written out.</summary>
internal static class RecurrentGradients
{
    private const int MaxSteps = 512;

    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["LSTM"] = static n => Each(n, 4, ["Sigmoid", "Tanh", "Tanh"], Lstm),
        ["GRU"] = static n => Each(n, 3, ["Sigmoid", "Tanh"], Gru),
        ["RNN"] = static n => Each(n, 1, ["Tanh"], Rnn),
    };

    private static void Each(NodeGradient n, int gates, string[] activations, Func<NodeGradient, RecurrentSequence, string> cell)
    {
        var directions = (int)n.Fixed(1).Shape[0];
        Require(n, activations, directions);
        if (n.Node.Output(0) is null)
        {
            var all = n.Graph.NewName("_states");
            n.Node.SetOutputs([all, .. n.Node.Outputs.Skip(1)]);
            n.Graph.Facts.Add(all, new TensorFact(TensorType.Float, [n.ShapeOf()[0], directions, n.ShapeOf()[1], n.Fixed(2).Shape[2]], null));
        }

        var states = new List<string>();
        for (var direction = 0; direction < directions; direction++)
        {
            var sequence = new RecurrentSequence(n, direction, directions, gates);
            n.Give(n.Graph.MatMul(cell(n, sequence), sequence.Weights));
            states.Add(sequence.DState!);
        }

        if (n.Wants(5))
            n.Give(n.Graph.Concat(0, [.. states]), 5);
    }

    private static void Require(NodeGradient n, string[] activations, int directions)
    {
        if (n.ShapeOf()[0] is <= 0 or > MaxSteps)
            throw n.Unavailable($"it has no known number of steps, or more than {MaxSteps}");
        if (n.Has(4) && n.Integers(4) is { } lengths && lengths.Any(length => length != n.ShapeOf()[0]))
            throw n.Unavailable("its sequences are of different lengths");
        if (n.Has(7) || n.Node.Attribute("clip") is not null || n.Int("input_forget", 0) != 0 || n.Int("layout", 0) != 0)
            throw n.Unavailable("it has peepholes, clips, couples gates or puts the batch first");
        if (n.Node.Attribute("activations") is { } given && !given.Texts.SequenceEqual(Enumerable.Repeat(activations, directions).SelectMany(static each => each)))
            throw n.Unavailable("its activations are unusual");
        if (n.Wants(6))
            throw n.Unavailable("its first cell depends on the input");
    }

    // Gates input, output, forget, cell: c = f c' + i g, h = o tanh c.
    private static string Lstm(NodeGradient n, RecurrentSequence s)
    {
        var g = s.Graph;
        var gates = s.Gates(g.Add(s.FromInput(4), g.MatMul(s.Previous, g.Transpose(s.StateWeights, 1, 0))));
        var (input, output, forget) = (g.Op("Sigmoid", [gates[0]]), g.Op("Sigmoid", [gates[1]]), g.Op("Sigmoid", [gates[2]]));
        var candidate = g.Op("Tanh", [gates[3]]);
        var (i, o, f, c) = (s.Split(input), s.Split(output), s.Split(forget), s.Split(candidate));
        var (before, tanh, weights) = (new string[s.Steps], new string[s.Steps], s.StateWeights);
        var cell = s.State(6, s.Outputs);
        foreach (var t in s.Order)
        {
            before[t] = cell;
            cell = g.Add(g.Mul(f[t], cell), g.Mul(i[t], c[t]));
            tanh[t] = g.Op("Tanh", [cell]);
        }

        var all = new string[s.Steps];
        var dc = n.DyOf(2) is { } last ? s.Own(last, 0, axisStays: true) : null;
        foreach (var t in s.Backward)
        {
            var dh = s.Dh(t) ?? g.Sub(o[t], o[t]);
            var through = g.Mul(g.Mul(dh, o[t]), g.OneMinus(g.Square(tanh[t])));
            dc = dc is null ? through : g.Add(dc, through);
            all[t] = g.Concat(
                2,
                g.Mul(g.Mul(dc, c[t]), Slope(g, i[t])),
                g.Mul(g.Mul(dh, tanh[t]), Slope(g, o[t])),
                g.Mul(g.Mul(dc, before[t]), Slope(g, f[t])),
                g.Mul(g.Mul(dc, i[t]), g.OneMinus(g.Square(c[t]))));
            dc = g.Mul(dc, f[t]);
            s.DState = g.MatMul(all[t], weights);
        }

        return g.Concat(0, all);
    }

    // Gates update, reset, hidden: h = (1 - z) c + z h', c = tanh(x + r (R h' + b)) or tanh(x + R (r h') + b).
    private static string Gru(NodeGradient n, RecurrentSequence s)
    {
        var (g, isLinearFirst) = (s.Graph, n.Int("linear_before_reset", 0) != 0);
        var fromInput = s.Gates(s.FromInput(isLinearFirst ? 2 : 3));
        var weights = s.Gates(s.StateWeights, 0);
        var update = g.Op("Sigmoid", [g.Add(fromInput[0], g.MatMul(s.Previous, g.Transpose(weights[0], 1, 0)))]);
        var reset = g.Op("Sigmoid", [g.Add(fromInput[1], g.MatMul(s.Previous, g.Transpose(weights[1], 1, 0)))]);
        var linear = isLinearFirst ? g.Add(g.MatMul(s.Previous, g.Transpose(weights[2], 1, 0)), s.StateBias(2)) : s.Previous;
        var candidate = g.Op("Tanh", [g.Add(fromInput[2], isLinearFirst ? g.Mul(reset, linear) : g.MatMul(g.Mul(reset, linear), g.Transpose(weights[2], 1, 0)))]);
        var (z, r, c, q, h) = (s.Split(update), s.Split(reset), s.Split(candidate), s.Split(linear), s.Split(s.Previous));
        var all = new string[s.Steps];
        foreach (var t in s.Backward)
        {
            var dh = s.Dh(t) ?? g.Sub(z[t], z[t]);
            var dz = g.Mul(g.Mul(dh, g.Sub(h[t], c[t])), Slope(g, z[t]));
            var dc = g.Mul(g.Mul(dh, g.OneMinus(z[t])), g.OneMinus(g.Square(c[t])));
            var (dq, back) = isLinearFirst ? (dc, g.MatMul(g.Mul(dc, r[t]), weights[2])) : (g.MatMul(dc, weights[2]), "");
            if (!isLinearFirst)
                back = g.Mul(dq, r[t]);
            var dr = g.Mul(g.Mul(dq, q[t]), Slope(g, r[t]));
            s.DState = g.Add(g.Add(g.Mul(dh, z[t]), back), g.Add(g.MatMul(dz, weights[0]), g.MatMul(dr, weights[1])));
            all[t] = g.Concat(2, dz, dr, dc);
        }

        return g.Concat(0, all);
    }

    private static string Rnn(NodeGradient n, RecurrentSequence s)
    {
        var (g, h, weights) = (s.Graph, s.Split(s.Outputs), s.StateWeights);
        var all = new string[s.Steps];
        foreach (var t in s.Backward)
        {
            all[t] = g.Mul(s.Dh(t) ?? g.Sub(h[t], h[t]), g.OneMinus(g.Square(h[t])));
            s.DState = g.MatMul(all[t], weights);
        }

        return g.Concat(0, all);
    }

    /// <summary>Of a sigmoid, by its value.</summary>
    private static string Slope(BackwardGraph g, string y) => g.Mul(y, g.OneMinus(y));
}
