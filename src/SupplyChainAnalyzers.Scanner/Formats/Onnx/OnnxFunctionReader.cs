using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// FunctionProto: 1 name, 4 input, 5 output, 6 attribute (names), 7 node, 8 doc_string, 9 opset_import, 10 domain,
/// 11 attribute_proto, 12 value_info, 13 overload, 14 metadata_props.
/// </summary>
internal sealed class OnnxFunctionReader(OnnxModel model)
{
    private const int FunctionsField = 25;
    private const int MaxName = 256;

    /// <summary>Learns which functions there are, before any node is judged: they stand behind the graph.</summary>
    public void Declare(ProtoReader file)
    {
        while (file.Next())
        {
            if (file.Is(FunctionsField, ProtoWire.Counted))
                model.Functions.Define(Key(file.Message()), file.Offset);
        }
    }

    public void Read(ProtoReader function, OnnxGraphReader graphs)
    {
        var key = Key(function.Again());
        var place = OnnxPlace.Of("function", key.Split('\n')[1]);
        while (function.Next())
        {
            switch (function.Field, function.Wire)
            {
                case (7, ProtoWire.Counted):
                    graphs.ReadNode(function.Message(), function.Offset, key);
                    break;
                case (8, ProtoWire.Counted):
                    model.Texts.CheckNote(function, $"the description of {place}");
                    break;
                case (11, ProtoWire.Counted):
                    graphs.Attributes.Read(function.Message(), place, key);
                    break;
                case (14, ProtoWire.Counted):
                    OnnxStrings.Check(function.Message(), model, $"the metadata of {place}");
                    break;
                case (1 or 4 or 5 or 6 or 9 or 10 or 12 or 13, ProtoWire.Counted):
                    break;
                default:
                    model.UnknownField(function, "a function");
                    break;
            }
        }
    }

    private static string Key(ProtoReader function)
    {
        string name = "", domain = "", overload = "";
        while (function.Next())
        {
            if (function.Is(1, ProtoWire.Counted))
                name = function.Text(MaxName);
            else if (function.Is(10, ProtoWire.Counted))
                domain = OnnxDomains.Normal(function.Text(MaxName));
            else if (function.Is(13, ProtoWire.Counted))
                overload = function.Text(MaxName);
        }

        return OnnxFunctions.Key(domain, name, overload);
    }
}
