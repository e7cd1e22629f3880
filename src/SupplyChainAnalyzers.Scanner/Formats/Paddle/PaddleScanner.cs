using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Paddle;

/// <summary>PaddlePaddle: a program (.pdmodel, protobuf) or parameters (.pdiparams, tensors one after the other), told by the first byte.</summary>
internal sealed class PaddleScanner : IFormatScanner
{
    private const byte FirstOfProgram = 0x0A; // field 1, a message

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.PaddlePaddle];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (source.ReadByte(0, "its first byte") == FirstOfProgram)
            new PaddleProgram(context, new GraphTexts(context)).Read(Protobuf.ProtoReader.Of(source));
        else
            PaddleParameters.Check(source, context);
    }
}
