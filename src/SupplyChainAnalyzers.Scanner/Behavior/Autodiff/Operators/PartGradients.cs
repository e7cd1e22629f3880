using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>Operators that join tensors, cut them, extend or repeat them.</summary>
internal static class PartGradients
{
    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["Concat"] = Concat,
        ["Split"] = Split,
        ["Slice"] = Slice,
        ["Pad"] = Pad,
        ["Expand"] = static n => n.GiveUnbroadcast(n.Dy, 0),
        ["Tile"] = static n => Chosen(n, n.Graph.Op("Tile", [n.Graph.Places(n.In()), n.Graph.Ints(n.Integers(1)!)])),
        ["Trilu"] = static n => n.Give(n.Graph.Op(
            "Trilu",
            n.Integers(1) is { } diagonal ? [n.Dy, n.Graph.Op("Squeeze", [n.Graph.Ints(diagonal)])] : [n.Dy],
            AttributeProto.Of("upper", n.Int("upper", 1)))),
    };

    /// <summary>Of an operator that was applied to the places of its input's elements.</summary>
    public static void Chosen(NodeGradient n, string places) => n.Give(n.Graph.Scatter(n.Dy, places, n.In()));

    private static void Concat(NodeGradient n)
    {
        var axis = n.Axis(1);
        long[] sizes = [.. Enumerable.Range(0, n.Node.Inputs.Count).Select(i => n.ShapeOf(i)[axis])];
        if (sizes.Any(static size => size < 0))
            throw n.Unavailable("it joins along the batch");

        var parts = n.Graph.Split(n.Dy, axis, sizes);
        for (var i = 0; i < parts.Length; i++)
            n.Give(parts[i], i);
    }

    private static void Split(NodeGradient n) =>
        n.Give(n.Graph.Concat(n.Axis(0), [.. Enumerable.Range(0, n.Node.Outputs.Count).Select(i => n.DyOf(i) ?? n.Graph.ZerosAs(n.Out(i)))]));

    // Attributes up to set 9, inputs from 10 on.
    private static void Slice(NodeGradient n)
    {
        var (g, shape) = (n.Graph, n.ShapeOf());
        var starts = n.Ints("starts") ?? n.Integers(1) ?? [];
        var ends = n.Ints("ends") ?? n.Integers(2) ?? [];
        long[] axes = [.. (n.Ints("axes") ?? n.Integers(3) ?? [.. Enumerable.Range(0, starts.Length).Select(static axis => (long)axis)]).Select(axis => axis < 0 ? axis + shape.Length : axis)];
        var steps = n.Integers(4) ?? [.. starts.Select(static _ => 1L)];
        if (steps.Any(static step => step != 1) || axes.Any(axis => shape[axis] < 0))
        {
            Chosen(n, g.Op("Slice", [g.Places(n.In()), g.Ints(starts), g.Ints(ends), g.Ints(axes), g.Ints(steps)]));
            return;
        }

        var pads = new long[2 * shape.Length];
        for (var i = 0; i < axes.Length; i++)
        {
            var (axis, size) = (axes[i], shape[axes[i]]);
            var start = Math.Clamp(starts[i] < 0 ? starts[i] + size : starts[i], 0, size);
            pads[axis] = start;
            pads[axis + shape.Length] = size - Math.Clamp(ends[i] < 0 ? ends[i] + size : ends[i], start, size);
        }

        n.Give(g.Op("Pad", [n.Dy, g.Ints(pads)]));
    }

    // What was added around is cut off again: a padding of less than nothing.
    private static void Pad(NodeGradient n)
    {
        var (g, rank) = (n.Graph, n.Rank());
        var given = n.Ints("pads") ?? n.Integers(1) ?? [];
        long[] axes = [.. (n.Integers(3) ?? [.. Enumerable.Range(0, rank).Select(static axis => (long)axis)]).Select(axis => axis < 0 ? axis + rank : axis)];
        var pads = new long[2 * rank];
        for (var i = 0; i < axes.Length; i++)
            (pads[axes[i]], pads[axes[i] + rank]) = (given[i], given[i + axes.Length]);

        var mode = n.Text("mode", "constant");
        if (mode == "constant")
            n.Give(g.Op("Pad", [n.Dy, g.Ints([.. pads.Select(static pad => -pad)])]));
        else if (mode is "reflect" or "edge")
            Chosen(n, g.Op("Pad", [g.Places(n.In()), g.Ints(pads)], AttributeProto.Of("mode", mode)));
        else
            throw n.Unavailable("it repeats the other end");
    }
}
