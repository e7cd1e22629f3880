using SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Ort;

/// <summary>
/// Graph: 0 initializers, 2 nodes, 7 sparse_initializers { 0 values, 1 indices }. Node: 0 name, 1 doc_string, 2 domain, 5 op_type,
/// 10 attributes. Attribute: 5 s, 6 t, 7 g, 10 strings, 11 tensors, 12 graphs. Tensor: 0 name, 2 dims, 3 data_type, 4 raw_data,
/// 5 string_data, 6 external_data_offset.
/// </summary>
internal sealed class OrtGraphReader(OnnxModel model)
{
    private const int MaxDepth = 32; // graphs in attributes of nodes of graphs
    private const int MaxText = 1 << 20;

    private readonly OnnxNodeJudge _judge = new(model);

    public void Read(FlatTable graph, int depth)
    {
        if (depth == MaxDepth)
            throw new LimitExceededException($"its graphs are nested more than {MaxDepth} deep", graph.Position);

        foreach (var tensor in Tables(graph.Offsets(0)))
            CheckTensor(tensor, "initializer");
        foreach (var sparse in Tables(graph.Offsets(7)))
        {
            if (sparse.Table(0) is { } values)
                CheckTensor(values, "sparse initializer");
            if (sparse.Table(1) is { } indexes)
                CheckTensor(indexes, "index of a sparse initializer");
        }

        foreach (var table in Tables(graph.Offsets(2)))
        {
            model.TakeNode(table.Position);
            var node = new OnnxNode(table.Text(0), table.Text(5), OnnxDomains.Normal(table.Text(2)), "", table.Position);
            _judge.Judge(node, fields: null);
            model.Texts.Check(table.Text(1, MaxText), $"the description of {node.Place}", table.Position);
            foreach (var attribute in Tables(table.Offsets(10)))
                ReadAttribute(attribute, node, depth);
        }
    }

    private void ReadAttribute(FlatTable attribute, OnnxNode node, int depth)
    {
        model.Texts.Check(attribute.Text(5, MaxText), $"an attribute of {node.Place}", attribute.Position);
        var strings = attribute.Offsets(10);
        for (long i = 0; i < strings.Count; i++)
            model.Texts.Check(strings.Text(i, MaxText), $"an attribute of {node.Place}", attribute.Position);

        if (attribute.Table(6) is { } tensor)
            CheckTensor(tensor, "tensor");
        foreach (var each in Tables(attribute.Offsets(11)))
            CheckTensor(each, "tensor");
        if (attribute.Table(7) is { } graph)
            Read(graph, depth + 1);
        foreach (var each in Tables(attribute.Offsets(12)))
            Read(each, depth + 1);
    }

    // Large tensors may stand in a file beside the model, at an offset that is not negative.
    private void CheckTensor(FlatTable table, string kind)
    {
        var tensor = new OnnxTensor(table.Position) { Name = table.Text(0), Type = table.Int32(3) };
        var dimensions = table.Vector(2, 8);
        for (long i = 0; i < Math.Min(dimensions.Count, OnnxTensor.MaxDimensions + 1); i++)
            tensor.AddDimension(dimensions.Int64(i));

        var texts = table.Offsets(5);
        tensor.Entries = texts.Count;
        for (long i = 0; i < texts.Count; i++)
            model.Texts.Check(texts.Text(i, MaxText), "a tensor", table.Position);

        if (table.Vector(4, 1).Count is > 0 and var bytes)
            tensor.RawLength = bytes;
        tensor.IsExternal = table.Has(6) && (long)table.UInt64(6) >= 0;
        OnnxTensorJudge.Judge(tensor, model, OnnxPlace.Of(kind, tensor.Name));
    }

    private static IEnumerable<FlatTable> Tables(FlatVector vector)
    {
        for (long i = 0; i < vector.Count; i++)
            yield return vector.Table(i);
    }
}
