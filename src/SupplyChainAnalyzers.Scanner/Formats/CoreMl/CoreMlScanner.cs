using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.CoreMl;

/// <summary>
/// Core ML (coremltools mlmodel/format/Model.proto). Model: 2 description { 100 metadata }, from 200 on the kind: 200 to 202 pipelines,
/// 303, 403 and 500 neural networks, 502 mlProgram, 555 customModel, 556 linkedModel; the rest are numbers. What is not arithmetic are
/// classes of the app that loads it (custom layers and models), linked models and files of weights.
/// </summary>
internal sealed class CoreMlScanner : IFormatScanner
{
    private const int MaxName = 1024;
    private const int MaxShown = 80;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.CoreMl];

    public void Scan(ByteSource source, ScanContext context) => Read(ProtoReader.Of(source), context, new GraphTexts(context));

    private static void Read(ProtoReader model, ScanContext context, GraphTexts texts)
    {
        while (model.Next())
        {
            if (model.Wire != ProtoWire.Counted)
                continue;

            switch (model.Field)
            {
                case 2:
                    ReadDescription(model.Message(), texts);
                    break;
                case 200 or 201:
                    ReadPipeline(Inner(model.Message(), 1), context, texts);
                    break;
                case 202:
                    ReadPipeline(model.Message(), context, texts);
                    break;
                case 303 or 403 or 500:
                    ReadNetwork(model.Message(), context);
                    break;
                case 502:
                    new CoreMlProgram(context, texts).Read(model.Message());
                    break;
                case 555:
                    NeedsClass(model.Message(), "model", context);
                    break;
                case 556:
                    ReadLink(model.Message(), context);
                    break;
            }
        }
    }

    private static ProtoReader? Inner(ProtoReader message, int field)
    {
        ProtoReader? inner = null;
        while (message.Next())
        {
            if (message.Is(field, ProtoWire.Counted))
                inner = message.Message();
        }

        return inner;
    }

    // Pipeline: 1 models, 2 names.
    private static void ReadPipeline(ProtoReader? pipeline, ScanContext context, GraphTexts texts)
    {
        while (pipeline?.Next() == true)
        {
            if (pipeline.Is(1, ProtoWire.Counted))
                Read(pipeline.Message(), context, texts);
        }
    }

    // Metadata: 1 shortDescription, 2 versionString, 3 author, 4 license, 100 userDefined { 1 key, 2 value }.
    private static void ReadDescription(ProtoReader description, GraphTexts texts)
    {
        while (description.Next())
        {
            if (!description.Is(100, ProtoWire.Counted))
                continue;

            var metadata = description.Message();
            while (metadata.Next())
            {
                if (metadata.Wire == ProtoWire.Counted)
                    texts.Check(metadata, "its metadata");
            }
        }
    }

    // NeuralNetwork: 1 layers { 500 custom }.
    private static void ReadNetwork(ProtoReader network, ScanContext context)
    {
        while (network.Next())
        {
            if (!network.Is(1, ProtoWire.Counted))
                continue;

            var layer = network.Message();
            while (layer.Next())
            {
                if (layer.Is(500, ProtoWire.Counted))
                    NeedsClass(layer.Message(), "layer", context);
            }
        }
    }

    // CustomLayerParams and CustomModel: 10 className.
    private static void NeedsClass(ProtoReader custom, string kind, ScanContext context)
    {
        var name = "";
        var offset = 0L;
        while (custom.Next())
        {
            if (custom.Is(10, ProtoWire.Counted))
                (name, offset) = (custom.Text(MaxName), custom.Offset);
        }

        context.Report(
            Rules.CustomOperator,
            $"needs the class '{Printable.Of(name, MaxShown)}' for a custom {kind}: the app that loads it must bring that code; use it only if you know it",
            offset,
            Severity.Medium,
            name);
    }

    // LinkedModel: 1 linkedModelFile { 1 linkedModelFileName, 2 linkedModelSearchPath }, each a parameter { 1 defaultValue }.
    private static void ReadLink(ProtoReader link, ScanContext context)
    {
        while (link.Next())
        {
            if (!link.Is(1, ProtoWire.Counted))
                continue;

            var file = link.Message();
            while (file.Next())
            {
                if ((file.Is(1, ProtoWire.Counted) || file.Is(2, ProtoWire.Counted)))
                    CoreMlPaths.Check(file.Message(), 1, "another model", context);
            }
        }
    }
}
