using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>
/// Resize and Upsample, whatever their mode: along each axis they are a product with a matrix, and running the operator itself on an
/// identity matrix shows which. There are too many modes and rules for the edges to write them down a second time.
/// </summary>
internal static class ResizeGradients
{
    private const int MaxSize = 4096; // of an axis

    public static IReadOnlyDictionary<string, Action<NodeGradient>> Rules { get; } = new Dictionary<string, Action<NodeGradient>>
    {
        ["Resize"] = Resize,
        ["Upsample"] = Resize,
    };

    private static void Resize(NodeGradient n)
    {
        if (n.Text("coordinate_transformation_mode", "") == "tf_crop_and_resize" || n.Text("keep_aspect_ratio_policy", "stretch") != "stretch")
            throw n.Unavailable("it cuts or keeps proportions");

        var (g, dy) = (n.Graph, n.Dy);
        for (var axis = 0; axis < n.Rank(); axis++)
        {
            var (from, to) = (n.ShapeOf()[axis], n.OutShape()[axis]);
            if (from == to && Scale(n, axis) is null or 1)
                continue;
            if (from is <= 0 or > MaxSize || to is <= 0 or > MaxSize)
                throw n.Unavailable("its sizes follow the batch, or are too large");

            var matrix = g.Const(Matrix(n, axis, from, to), to, from);
            dy = axis == n.Rank() - 2 && n.Rank() == 4
                ? g.MatMul(g.Transpose(matrix, 1, 0), dy)
                : IndexGradients.LastAxis(g, dy, axis, n.Rank(), last => g.MatMul(last, matrix));
        }

        n.Give(dy);
    }

    // The scale that the node gives for an axis; null where it gives sizes.
    private static float? Scale(NodeGradient n, int axis)
    {
        var scales = n.Node.Attribute("scales")?.Floats ?? n.Constant(n.Node.Operator == "Upsample" || n.Opset < 11 ? 1 : 2)?.Floats ?? [];
        var axes = n.Ints("axes");
        var place = axes is null ? axis : Array.FindIndex(axes, each => (each < 0 ? each + n.Rank() : each) == axis);
        return place >= 0 && place < scales.Length ? scales[place] : place < 0 ? 1 : null;
    }

    // Row by row, what each place of the result takes of each place of the input: the last axis of a picture whose rows are unit vectors.
    private static float[] Matrix(NodeGradient n, int axis, long from, long to)
    {
        var model = ModelProto.Create(n.Opset, 8);
        var (scale, isOld) = (Scale(n, axis), n.Node.Operator == "Upsample" || n.Opset < 11);
        model.Graph.AddInput(ValueInfoProto.Of("x", TensorType.Float, [1, 1, from, from]));
        AttributeProto[] attributes = [.. n.Node.Attributes.Where(static attribute => attribute.Name is not ("scales" or "axes" or "keep_aspect_ratio_policy"))];
        if (n.Node.Attribute("scales") is not null)
            attributes = [.. attributes, AttributeProto.Of("scales", [1f, 1, 1, scale ?? 1])];
        string[] inputs = n.Node.Attribute("scales") is not null ? ["x"] : isOld ? ["x", "scales"] : scale is null ? ["x", "", "", "sizes"] : ["x", "", "scales"];
        model.Graph.Set(TensorProto.Of("scales", [1f, 1, 1, scale ?? 1], 4));
        model.Graph.Set(TensorProto.Of("sizes", [1L, 1, from, to], 4));
        model.Graph.Add(NodeProto.Of(n.Node.Operator, inputs, ["y"], [.. attributes.Select(Copied)]));
        model.Graph.AddOutput(ValueInfoProto.Of("y"));

        var identity = new float[from * from];
        for (var i = 0L; i < from; i++)
            identity[(i * from) + i] = 1;
        using var session = OnnxEngine.Load(model.ToBytes(), new OnnxSettings { IsOurs = true });
        using var x = OnnxValue.Over(identity, 1, 1, from, from);
        using var run = session.Run(x);
        var seen = run["y"].Span<float>();
        if (seen.Length != from * to)
            throw n.Unavailable("its size is not what its scale says");

        var matrix = new float[to * from];
        for (var i = 0; i < matrix.Length; i++)
            matrix[i] = seen[(int)((i % from * to) + (i / from))];
        return matrix;
    }

    // A message belongs to one model.
    private static AttributeProto Copied(AttributeProto attribute) => new(Formats.Protobuf.ProtoMessage.Parse(attribute.Message.ToBytes()));
}
