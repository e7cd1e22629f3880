using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// ONNX (onnx.proto3, ModelProto), whole: every operator, tensor and text wherever one can stand: the graph, graphs in
/// attributes (If, Loop, Scan), the model's own functions, training graphs. It runs nothing by itself; what it reaches is
/// decided by the operators it names and the files its tensors point to.
/// </summary>
internal sealed class OnnxScanner : IFormatScanner
{
    /// <summary>What the model's own metadata is called in findings.</summary>
    public const string Metadata = "its metadata";

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Onnx];

    public void Scan(ByteSource source, ScanContext context)
    {
        var model = new OnnxModel(context);
        var functions = new OnnxFunctionReader(model);
        functions.Declare(ProtoReader.Of(source));

        var graphs = new OnnxGraphReader(model);
        var fields = ProtoReader.Of(source);
        while (fields.Next())
            Field(fields, model, graphs, functions);

        model.Functions.CheckGrowth();
    }

    private static void Field(ProtoReader field, OnnxModel model, OnnxGraphReader graphs, OnnxFunctionReader functions)
    {
        switch (field.Field, field.Wire)
        {
            case (1 or 5, ProtoWire.Varint): // ir_version, model_version
                break;
            case (2 or 3 or 4 or 6, ProtoWire.Counted): // producer_name, producer_version, domain, doc_string
                model.Texts.CheckNote(field, "its description");
                break;
            case (7, ProtoWire.Counted):
                graphs.Read(field.Message(), caller: null);
                break;
            case (8, ProtoWire.Counted): // opset_import: what is used decides, not what is declared
                break;
            case (14, ProtoWire.Counted):
                OnnxStrings.Check(field.Message(), model, Metadata);
                break;
            case (20, ProtoWire.Counted):
                ReadTraining(field.Message(), model, graphs);
                break;
            case (25, ProtoWire.Counted):
                functions.Read(field.Message(), graphs);
                break;
            case (26, ProtoWire.Counted): // configuration: names of devices
                break;
            default:
                model.UnknownField(field, "the model");
                break;
        }
    }

    private static void ReadTraining(ProtoReader training, OnnxModel model, OnnxGraphReader graphs)
    {
        while (training.Next())
        {
            if (training.Is(1, ProtoWire.Counted) || training.Is(2, ProtoWire.Counted)) // initialization, algorithm
                graphs.Read(training.Message(), caller: null);
            else if (!training.Is(3, ProtoWire.Counted) && !training.Is(4, ProtoWire.Counted)) // bindings of names
                model.UnknownField(training, "its training information");
        }
    }
}
