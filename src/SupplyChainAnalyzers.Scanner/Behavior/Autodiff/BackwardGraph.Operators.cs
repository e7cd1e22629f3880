using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <content>Operators by name, so that a rule reads like its formula.</content>
internal sealed partial class BackwardGraph
{
    public string Add(string a, string b) => Op("Add", [a, b]);

    public string Sub(string a, string b) => Op("Sub", [a, b]);

    public string Mul(string a, string b) => Op("Mul", [a, b]);

    public string Mul(string a, float b) => b == 1 ? a : Op("Mul", [a, Const(b)]);

    public string Add(string a, float b) => Op("Add", [a, Const(b)]);

    public string Div(string a, string b) => Op("Div", [a, b]);

    public string Neg(string a) => Op("Neg", [a]);

    public string Exp(string a) => Op("Exp", [a]);

    public string Sqrt(string a) => Op("Sqrt", [a]);

    public string Reciprocal(string a) => Op("Reciprocal", [a]);

    public string Square(string a) => Op("Mul", [a, a]);

    /// <summary>1 - a.</summary>
    public string OneMinus(string a) => Op("Sub", [Const(1), a]);

    public string Greater(string a, float b) => Op("Greater", [a, Const(b)]);

    public string Less(string a, float b) => Op("Less", [a, Const(b)]);

    public string And(string a, string b) => Op("And", [a, b]);

    public string Where(string condition, string a, string b) => Op("Where", [condition, a, b]);

    /// <summary>Not a product with a mask: what is infinite where the mask is 0 stays out.</summary>
    public string Masked(string condition, string a) => Where(condition, a, Const(0));

    public string MatMul(string a, string b) => Op("MatMul", [a, b]);

    public string Reshape(string a, params long[] shape) => Op("Reshape", [a, Ints(shape)]);

    /// <summary>In the shape that a tensor of the forward graph has.</summary>
    public string ReshapeAs(string a, string tensor)
    {
        var shape = Facts[tensor].Shape;
        return shape.Contains(0) || shape.Count(static size => size < 0) > 1 ? Op("Reshape", [a, ShapeOf(tensor)]) : Reshape(a, shape);
    }

    public string Transpose(string a, params long[] order) => Op("Transpose", [a], AttributeProto.Of("perm", order));

    /// <summary>The last two axes swapped.</summary>
    public string Transposed(string a, int rank) => Transpose(a, [.. Enumerable.Range(0, rank - 2).Select(static axis => (long)axis), rank - 1, rank - 2]);

    public string Unsqueeze(string a, params long[] axes) => Op("Unsqueeze", [a, Ints(axes)]);

    public string Squeeze(string a, params long[] axes) => Op("Squeeze", [a, Ints(axes)]);

    public string Sum(string a, bool keep, params long[] axes) => Op("ReduceSum", [a, Ints(axes)], AttributeProto.Of("keepdims", keep ? 1L : 0));

    public string Mean(string a, params long[] axes) => Op("ReduceMean", [a], AttributeProto.Of("axes", axes), AttributeProto.Of("keepdims", 1L));

    public string Cast(string a, TensorType type) => Op("Cast", [a], AttributeProto.Of("to", (long)type));

    public string Concat(long axis, params string[] parts) => parts is [var one] ? one : Op("Concat", parts, AttributeProto.Of("axis", axis));

    public string[] Split(string a, long axis, params long[] sizes) =>
        sizes.Length == 1 ? [a] : Ops("Split", [a, Ints(sizes)], sizes.Length, AttributeProto.Of("axis", axis));

    /// <summary>Zeros in the shape that a tensor of the forward graph has.</summary>
    public string ZerosAs(string tensor) => Zeros(ShapeOf(tensor));

    public string Zeros(string shape) => Op("ConstantOfShape", [shape], AttributeProto.Of("value", TensorProto.Of("value", [0f], 1)));

    /// <summary>Elements of a tensor of the forward graph, as a list of one number.</summary>
    public string CountOf(string tensor) => Op("ReduceProd", [ShapeOf(tensor)], AttributeProto.Of("axes", [0L]), AttributeProto.Of("keepdims", 1L));

    /// <summary>
    /// For operators that only choose, repeat or move elements: <paramref name="places"/> has, for each element of
    /// <paramref name="gradient"/>, the place in the flat tensor that it came from.
    /// </summary>
    public string Scatter(string gradient, string places, string tensor, bool mayMeet = true)
    {
        var flat = Op(
            "ScatterElements",
            [Zeros(CountOf(tensor)), Reshape(places, -1), Reshape(gradient, -1)],
            mayMeet ? [AttributeProto.Of("axis", 0L), AttributeProto.Of("reduction", "add")] : [AttributeProto.Of("axis", 0L)]);
        return ReshapeAs(flat, tensor);
    }

    /// <summary>The place of each element of a tensor of the forward graph, in its shape.</summary>
    public string Places(string tensor)
    {
        var numbers = Op("Range", [Scalar(0), Op("Squeeze", [CountOf(tensor), Ints(0)]), Scalar(1)]);
        return ReshapeAs(numbers, tensor);
    }

    /// <summary>Sums over what was repeated to give <paramref name="tensor"/>, of the forward graph, the shape of a result.</summary>
    public string Unbroadcast(string gradient, long[] result, string tensor)
    {
        var shape = Facts[tensor].Shape;
        var leading = result.Length - shape.Length;
        if (leading > 0)
            gradient = Sum(gradient, keep: false, [.. Enumerable.Range(0, leading).Select(static axis => (long)axis)]);

        long[] repeated = [.. Enumerable.Range(0, shape.Length).Where(axis => shape[axis] == 1 && result[axis + leading] != 1).Select(static axis => (long)axis)];
        return repeated.Length > 0 ? Sum(gradient, keep: true, repeated) : gradient;
    }

    private string Scalar(long value) => Known("scalar " + value.ToString(System.Globalization.CultureInfo.InvariantCulture), () => Add(name => TensorProto.Of(name, [value])));
}
