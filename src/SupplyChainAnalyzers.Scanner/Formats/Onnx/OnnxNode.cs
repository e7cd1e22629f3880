using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>What a NodeProto says of itself; its attributes are read when this is known.</summary>
internal readonly record struct OnnxNode(string Name, string Operation, string Domain, string Overload, long Offset)
{
    private const int MaxName = 256; // bytes; longer names are cut, and then known to nobody

    public OnnxPlace Place => OnnxPlace.OfNode(Name, Operation);

    /// <summary>The last of each field counts.</summary>
    public static OnnxNode Read(ProtoReader node, long offset)
    {
        string name = "", operation = "", domain = "", overload = "";
        while (node.Next())
        {
            switch (node.Field, node.Wire)
            {
                case (3, ProtoWire.Counted):
                    name = node.Text(MaxName);
                    break;
                case (4, ProtoWire.Counted):
                    operation = node.Text(MaxName);
                    break;
                case (7, ProtoWire.Counted):
                    domain = OnnxDomains.Normal(node.Text(MaxName));
                    break;
                case (8, ProtoWire.Counted):
                    overload = node.Text(MaxName);
                    break;
            }
        }

        return new OnnxNode(name, operation, domain, overload, offset);
    }
}
