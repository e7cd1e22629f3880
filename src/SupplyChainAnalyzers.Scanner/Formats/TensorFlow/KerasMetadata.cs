using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Keras;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// What Keras keeps beside a SavedModel: keras_metadata.pb (saved_metadata.proto: 1 nodes { 2 node_id, 3 node_path, 4 identifier,
/// 5 metadata, 6 version }); the metadata is JSON, and a Lambda layer in it is Python byte code (CVE-2024-3660).
/// </summary>
internal static class KerasMetadata
{
    private const int MaxJson = 16 << 20;

    /// <summary>Whether the file is such a list.</summary>
    public static bool Fits(ProtoReader file)
    {
        var nodes = 0;
        while (file.Next())
        {
            if (!file.Is(1, ProtoWire.Counted) || !IsNode(file.Message()))
                return false;

            nodes++;
        }

        return nodes > 0;
    }

    public static void Scan(ProtoReader file, ScanContext context)
    {
        var texts = new GraphTexts(context);
        while (file.Next())
        {
            var node = file.Message();
            while (node.Next())
            {
                if (node.Is(5, ProtoWire.Counted))
                    Judge(node, context, texts);
            }
        }
    }

    /// <summary>Judges the JSON in the current field.</summary>
    public static void Judge(ProtoReader field, ScanContext context, GraphTexts texts)
    {
        if (field.Length > MaxJson)
            throw new LimitExceededException($"a layer's configuration is larger than {MaxJson >> 20} MiB", field.Offset);

        texts.Check(field, "the configuration of a layer");
        if (field.Length > 0 && !KerasConfig.Judge(field.Bytes(MaxJson), context))
            context.Unscannable("holds the configuration of a layer that is no JSON; get the file anew", field.Offset);
        if (field.Text(MaxJson).Contains("\"Lambda\"", StringComparison.Ordinal))
        {
            context.Report(
                Rules.KerasLambdaInGraph,
                "holds a Keras Lambda layer, whose Python code Keras runs when it loads the model; do not load it",
                field.Offset,
                symbol: "Lambda");
        }
    }

    private static bool IsNode(ProtoReader node)
    {
        var json = false;
        while (node.Next())
        {
            switch (node.Field, node.Wire)
            {
                case (2, ProtoWire.Varint) or (3 or 4 or 6, ProtoWire.Counted):
                    break;
                case (5, ProtoWire.Counted):
                    json = node.Text(1) == "{";
                    break;
                default:
                    return false;
            }
        }

        return json;
    }
}
