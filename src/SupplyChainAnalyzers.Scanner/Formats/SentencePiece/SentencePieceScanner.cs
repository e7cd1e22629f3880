using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.SentencePiece;

/// <summary>
/// SentencePiece (sentencepiece_model.proto, ModelProto): 1 pieces { 1 piece, 2 score, 3 type }, 2 trainer_spec, 3 normalizer_spec,
/// 4 self_test_data, 5 denormalizer_spec. A list of words and numbers: nothing in it is opened or run, so its structure is all there is to
/// inspect. Extensions begin at 200.
/// </summary>
internal sealed class SentencePieceScanner : IFormatScanner
{
    private const int MaxPiece = 64 << 10; // bytes; a loader keeps each in a trie

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.SentencePiece];

    public void Scan(ByteSource source, ScanContext context)
    {
        var model = ProtoReader.Of(source);
        while (model.Next())
        {
            if (model.Is(1, ProtoWire.Counted))
                CheckPiece(model.Message(), context);
            else if (model.Wire != ProtoWire.Counted || model.Field is not (>= 2 and <= 5))
                context.Report(Rules.TrailingData, $"holds data that SentencePiece does not know (field {model.Field}); ask its author what it is for", model.Offset);
        }
    }

    private static void CheckPiece(ProtoReader piece, ScanContext context)
    {
        while (piece.Next())
        {
            var known = piece.Is(1, ProtoWire.Counted) && piece.Length <= MaxPiece || piece.Is(2, ProtoWire.Fixed32) || piece.Is(3, ProtoWire.Varint);
            if (!known)
                context.Report(Rules.TrailingData, "holds data in a piece that is no word, score or kind; ask its author what it is for", piece.Offset);
        }
    }
}
