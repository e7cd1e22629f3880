namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// SentencePiece. Spec: sentencepiece_model.proto, ModelProto: 1 pieces { 1 text, 2 score (float), 3 type (varint) }, thousands of
/// them from the first byte on. A vocabulary has at least the unknown, begin and end pieces.
/// </summary>
internal static class SentencePieceSniffer
{
    private const int FewestPieces = 3;

    public static ModelFormat? Sniff(Head head)
    {
        var pieces = 0;
        var model = ProtoFields.Of(head);
        while (model.Next() && model is { Field: 1, Wire: 2 })
        {
            if (model.Start + model.Length > head.Length)
                break;
            if (!IsPiece(model.Inner()))
                return null;
            pieces++;
        }

        return pieces >= FewestPieces ? ModelFormats.SentencePiece : null;
    }

    private static bool IsPiece(ProtoFields piece)
    {
        if (!piece.Next() || piece is not { Field: 1, Wire: 2 } || !piece.Next() || piece is not { Field: 2, Wire: 5 })
            return false;

        return !piece.Next() ? !piece.Broken : piece is { Field: 3, Wire: 0, Value: >= 1 and <= 10 };
    }
}
