using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// fingerprint.pb beside a SavedModel (fingerprint.proto): 1 to 5 checksums (numbers), 6 a UUID, 7 versions. It holds nothing to act on.
/// </summary>
internal static class TensorFlowFingerprint
{
    private const int MaxText = 64;

    public static bool Fits(ProtoReader file)
    {
        var numbers = 0;
        while (file.Next())
        {
            switch (file.Field, file.Wire)
            {
                case (>= 1 and <= 5, ProtoWire.Varint or ProtoWire.Fixed64):
                    numbers++;
                    break;
                case (6 or 7, ProtoWire.Counted) when file.Length <= MaxText:
                    break;
                default:
                    return false;
            }
        }

        return numbers >= 3;
    }
}
