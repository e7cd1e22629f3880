using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.TensorFlow;

/// <summary>TensorFlow's messages byte by byte: it cannot be installed beside the tests.</summary>
internal static class TensorFlowBytes
{
    /// <summary>What tf.saved_model.save writes for a dense layer and its saver, operator by operator.</summary>
    public static readonly string[] Usual =
    [
        "VarHandleOp", "ReadVariableOp", "Placeholder", "StatefulPartitionedCall", "NoOp", "Const", "PartitionedCall", "Identity", "Softmax", "StaticRegexFullMatch", "Select",
        "StringJoin", "ShardedFilename", "DisableCopyOnRead", "SaveV2", "Pack", "MergeV2Checkpoints", "RestoreV2", "AssignVariableOp", "MatMul", "BiasAdd", "Relu", "LookupTableFindV2",
        "HashTableV2", "InitializeTableFromTextFileV2", "While", "StatelessIf", "TensorListReserve", "FusedBatchNormV3", "Conv2D", "DepthwiseConv2dNative", "Assert", "PrintV2", "XlaCallModule",
    ];

    public static byte[] SavedModel(params ProtoBuilder[] nodes) => SavedModelWith(Graph(nodes));

    public static byte[] SavedModelWith(ProtoBuilder graph, ProtoBuilder? more = null)
    {
        var info = new ProtoBuilder().Message(2, new ProtoBuilder().Message(1, new ProtoBuilder().Text(1, "Const"))).Text(4, "serve").Text(5, "2.15.0");
        var meta = new ProtoBuilder().Message(1, info).Message(2, graph);
        return new ProtoBuilder().Number(1, 1).Message(2, more is null ? meta : meta.Raw(more.Bytes)).Bytes;
    }

    public static ProtoBuilder Graph(params ProtoBuilder[] nodes)
    {
        var graph = new ProtoBuilder();
        foreach (var node in nodes)
            graph.Message(1, node);
        return graph.Message(4, new ProtoBuilder().Number(1, 1700));
    }

    public static ProtoBuilder Node(string operation, params ProtoBuilder[] attributes)
    {
        var node = new ProtoBuilder().Text(1, "n1").Text(2, operation).Text(3, "x");
        foreach (var attribute in attributes)
            node.Message(5, attribute);
        return node;
    }

    public static ProtoBuilder Attribute(string key, ProtoBuilder value) => new ProtoBuilder().Text(1, key).Message(2, value);

    public static ProtoBuilder Function(string name, params ProtoBuilder[] nodes)
    {
        var function = new ProtoBuilder().Message(1, new ProtoBuilder().Text(1, name));
        foreach (var node in nodes)
            function.Message(3, node);
        return function;
    }

    public static ProtoBuilder Library(params ProtoBuilder[] functions)
    {
        var library = new ProtoBuilder();
        foreach (var function in functions)
            library.Message(1, function);
        return library;
    }

    /// <summary>A tensor of type FLOAT.</summary>
    public static ProtoBuilder Tensor(int bytes, params long[] shape)
    {
        var dimensions = new ProtoBuilder();
        foreach (var size in shape)
            dimensions.Message(2, new ProtoBuilder().Number(1, size));
        return new ProtoBuilder().Number(1, 1).Message(2, dimensions).Data(4, new byte[bytes]);
    }
}
