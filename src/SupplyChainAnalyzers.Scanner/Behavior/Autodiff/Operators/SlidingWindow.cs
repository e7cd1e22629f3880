using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>How a kernel slides over the spatial axes: attributes of convolutions and pools, with automatic padding worked out.</summary>
internal sealed class SlidingWindow
{
    private SlidingWindow(NodeGradient n, long[] kernel, long[] large, long[] small)
    {
        var axes = kernel.Length;
        (Kernel, Large, Small) = (kernel, large, small);
        Strides = n.Ints("strides") ?? [.. Enumerable.Repeat(1L, axes)];
        Dilations = n.Ints("dilations") ?? [.. Enumerable.Repeat(1L, axes)];
        if (large.Concat(small).Any(static size => size <= 0))
            throw n.Unavailable("its sizes follow the batch");
        if (Strides.Length != axes || Dilations.Length != axes || large.Length != axes || small.Length != axes)
            throw n.Unavailable("its attributes do not fit its kernel");
    }

    public long[] Kernel { get; }

    public long[] Strides { get; }

    public long[] Dilations { get; }

    /// <summary>Padding before each axis, then after each.</summary>
    public long[] Pads { get; private init; } = [];

    /// <summary>Spatial sizes on the side with more elements: what a convolution takes.</summary>
    public long[] Large { get; }

    /// <summary>Spatial sizes on the side that has one element for each place of the kernel.</summary>
    public long[] Small { get; }

    public int Axes => Kernel.Length;

    /// <summary>Of a node that takes the large side and gives the small one.</summary>
    public static SlidingWindow Of(NodeGradient n, long[] kernel, long[]? large = null)
    {
        var window = new SlidingWindow(n, kernel, (large ?? n.ShapeOf())[2..], n.OutShape()[2..]);
        return window.With(n, n.Text("auto_pad", "NOTSET") is "SAME_LOWER", static (need, _) => need);
    }

    /// <summary>Of a node that takes the small side and gives the large one (ConvTranspose).</summary>
    public static SlidingWindow OfTransposed(NodeGradient n, long[] kernel)
    {
        var window = new SlidingWindow(n, kernel, n.OutShape()[2..], n.ShapeOf()[2..]);
        var extra = n.Ints("output_padding") ?? new long[kernel.Length];
        return window.With(n, n.Text("auto_pad", "NOTSET") is not "SAME_UPPER", (need, axis) => need + extra[axis], n.Node.Attribute("output_shape") is not null);
    }

    /// <summary>How far the kernel reaches along an axis.</summary>
    public long Reach(int axis) => (Dilations[axis] * (Kernel[axis] - 1)) + 1;

    /// <summary>The attributes of a ConvTranspose that takes the small side back to the large one, all of it and nothing beyond.</summary>
    public AttributeProto[] Back(long group)
    {
        var pads = (long[])Pads.Clone();
        var extra = new long[Axes];
        for (var axis = 0; axis < Axes; axis++)
        {
            extra[axis] = Large[axis] - (((Small[axis] - 1) * Strides[axis]) - pads[axis] - pads[axis + Axes] + Reach(axis));
            if (extra[axis] >= 0)
                continue;

            pads[axis + Axes] -= extra[axis]; // the last window hung over the end
            extra[axis] = 0;
        }

        return
        [
            AttributeProto.Of("kernel_shape", Kernel), AttributeProto.Of("strides", Strides), AttributeProto.Of("dilations", Dilations),
            AttributeProto.Of("pads", pads), AttributeProto.Of("output_padding", extra), AttributeProto.Of("group", group),
        ];
    }

    /// <summary>The attributes of a Conv that slides as this does.</summary>
    public AttributeProto[] Forth(long group) =>
    [
        AttributeProto.Of("kernel_shape", Kernel), AttributeProto.Of("strides", Strides), AttributeProto.Of("dilations", Dilations),
        AttributeProto.Of("pads", Pads), AttributeProto.Of("group", group),
    ];

    // SAME_UPPER puts the odd one of padding at the end, SAME_LOWER at the beginning; so does a given output shape alone.
    private SlidingWindow With(NodeGradient n, bool isOddFirst, Func<long, int, long> total, bool isShapeGiven = false)
    {
        var automatic = n.Text("auto_pad", "NOTSET") is "SAME_UPPER" or "SAME_LOWER" || isShapeGiven;
        var pads = automatic || n.Text("auto_pad", "NOTSET") == "VALID" ? new long[2 * Axes] : n.Ints("pads") ?? new long[2 * Axes];
        for (var axis = 0; automatic && axis < Axes; axis++)
        {
            var need = Math.Max(total(((Small[axis] - 1) * Strides[axis]) + Reach(axis) - Large[axis], axis), 0);
            pads[axis] = isOddFirst ? need - (need / 2) : need / 2;
            pads[axis + Axes] = need - pads[axis];
        }

        return pads.Length == 2 * Axes
            ? new SlidingWindow(n, Kernel, Large, Small) { Pads = pads }
            : throw n.Unavailable("its padding does not fit its kernel");
    }
}
