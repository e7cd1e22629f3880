using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// fingerprint.pb beside a SavedModel (fingerprint.proto): 1 to 5 checksums (numbers), 6 versions, 7 a UUID. It holds nothing to act on.
/// </summary>
internal static class TensorFlowFingerprint
{
    private const int MaxText = 64;

    public static bool Fits(ProtoReader file)
    {
        var seen = 0;
        while (file.Next())
        {
            switch (file.Field, file.Wire)
            {
                case ( >= 1 and <= 5, ProtoWire.Varint or ProtoWire.Fixed64):
                case (7, ProtoWire.Counted) when file.Length <= MaxText && file.Text(MaxText).All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'):
                case (6, ProtoWire.Counted) when file.Length <= MaxText && IsVersion(file.Message()):
                    break;
                default:
                    return false;
            }

            if ((seen & (1 << file.Field)) != 0) // each once: nothing else is to pass for it
                return false;

            seen |= 1 << file.Field;
        }

        return int.PopCount(seen) >= 3;
    }

    // VersionDef: 1 producer, 2 min_consumer, 3 bad_consumers, all numbers.
    private static bool IsVersion(ProtoReader version)
    {
        while (version.Next())
        {
            if (version.Wire != ProtoWire.Varint || version.Field > 3)
                return false;
        }

        return true;
    }
}
