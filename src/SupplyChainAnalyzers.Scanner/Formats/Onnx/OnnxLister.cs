using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Inspecting;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>Producer, operator sets, operators with how often they stand, tensors, functions, metadata (onnx.proto3).</summary>
internal sealed class OnnxLister : IFormatLister
{
    private const int MaxText = 500;
    private const int MaxShown = 1000;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Onnx];

    public void List(ByteSource source, Listing listing)
    {
        var operators = new Dictionary<string, long>(StringComparer.Ordinal);
        var fields = ProtoReader.Of(source);
        while (fields.Next())
        {
            switch (fields.Field, fields.Wire)
            {
                case (1, ProtoWire.Varint):
                    listing.Add("structure", FormattableString.Invariant($"IR version {fields.Value}"));
                    break;
                case (2 or 3 or 4 or 6, ProtoWire.Counted):
                    listing.Add("structure", fields.Field switch { 2 => "producer", 3 => "producer version", 4 => "domain", _ => "description" }, fields.Text(MaxText));
                    break;
                case (7, ProtoWire.Counted):
                    Graph(fields.Message(), operators, listing);
                    break;
                case (8, ProtoWire.Counted):
                    OperatorSet(fields.Message(), listing);
                    break;
                case (14, ProtoWire.Counted):
                    var (key, value) = OnnxStrings.Read(fields.Message(), MaxText);
                    listing.Add("metadata", key, value);
                    break;
                case (25, ProtoWire.Counted):
                    Function(fields.Message(), operators, listing);
                    break;
            }
        }

        listing.Add("operators", operators);
    }

    private static void OperatorSet(ProtoReader fields, Listing listing)
    {
        var (domain, version) = ("", 0UL);
        while (fields.Next())
        {
            if (fields.Is(1, ProtoWire.Counted))
                domain = fields.Text(MaxText);
            else if (fields.Is(2, ProtoWire.Varint))
                version = fields.Value;
        }

        listing.Add("structure", FormattableString.Invariant($"operators of '{Printable.Of(OnnxDomains.Shown(domain))}', version {version}"));
    }

    private static void Graph(ProtoReader graph, Dictionary<string, long> operators, Listing listing)
    {
        var tensors = 0;
        while (graph.Next())
        {
            if (graph.Is(1, ProtoWire.Counted))
                Node(graph.Message(), operators, listing);
            else if (graph.Is(5, ProtoWire.Counted) && tensors++ < MaxShown)
                Tensor(graph.Message(), listing);
            else if (graph.Is(11, ProtoWire.Counted) || graph.Is(12, ProtoWire.Counted))
                listing.Add("structure", graph.Field == 11 ? "input" : "output", Name(graph.Message(), 1));
        }

        if (tensors > MaxShown)
            listing.Add("tensors", FormattableString.Invariant($"… and {tensors - MaxShown} more"));
    }

    // Graphs within graphs stand in attributes: 5 attribute, therein 6 and 11.
    private static void Node(ProtoReader node, Dictionary<string, long> operators, Listing listing)
    {
        var read = OnnxNode.Read(node.Again(), node.Offset);
        var name = $"{OnnxDomains.Shown(read.Domain)}.{read.Operation}";
        operators[name] = operators.GetValueOrDefault(name) + 1;
        while (node.Next())
        {
            if (!node.Is(5, ProtoWire.Counted))
                continue;

            var attribute = node.Message();
            while (attribute.Next())
            {
                if (attribute.Is(6, ProtoWire.Counted) || attribute.Is(11, ProtoWire.Counted))
                    Graph(attribute.Message(), operators, listing);
            }
        }
    }

    private static void Tensor(ProtoReader fields, Listing listing)
    {
        var tensor = new OnnxTensor(fields.Offset);
        while (fields.Next())
        {
            if (fields.Is(1, ProtoWire.Varint) || fields.Is(1, ProtoWire.Counted))
                fields.Varints(tensor.AddDimension);
            else if (fields.Is(2, ProtoWire.Varint))
                tensor.Type = (int)fields.Value;
            else if (fields.Is(8, ProtoWire.Counted))
                tensor.Name = fields.Text(MaxText);
            else if (fields.Is(13, ProtoWire.Counted) && OnnxStrings.Read(fields.Message(), MaxText) is ("location", var location))
                listing.Add("files", location);
        }

        listing.Add("tensors", FormattableString.Invariant($"{tensor.Name}  {OnnxType.Name(tensor.Type)} [{string.Join(", ", tensor.Dimensions)}]"));
    }

    private static void Function(ProtoReader function, Dictionary<string, long> operators, Listing listing)
    {
        listing.Add("functions", $"{Name(function.Again(), 10)}.{Name(function.Again(), 1)}");
        while (function.Next())
        {
            if (function.Is(7, ProtoWire.Counted))
                Node(function.Message(), operators, listing);
        }
    }

    private static string Name(ProtoReader fields, int field)
    {
        var name = "";
        while (fields.Next())
        {
            if (fields.Is(field, ProtoWire.Counted))
                name = fields.Text(MaxText);
        }

        return name;
    }
}
