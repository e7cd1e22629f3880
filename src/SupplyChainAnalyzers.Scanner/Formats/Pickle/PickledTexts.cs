using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Reads a pickled list of short texts and nothing else.</summary>
internal static class PickledTexts
{
    private const int MaxTexts = 1 << 20;
    private const int MaxLength = 256;

    /// <summary>The texts in their order; null when there is anything else in the list.</summary>
    public static List<string>? Read(ByteSource source, long offset)
    {
        var reader = new PickleReader(source, offset);
        var texts = new List<string>();
        while (texts.Count < MaxTexts)
        {
            switch (reader.ReadByte())
            {
                case PickleOpcodes.Stop:
                    return texts;
                case PickleOpcodes.EmptyList or PickleOpcodes.Mark or PickleOpcodes.Append or PickleOpcodes.Appends or PickleOpcodes.List or PickleOpcodes.Memoize:
                    break;
                case PickleOpcodes.Proto or PickleOpcodes.BinPut:
                    reader.TrySkip(1);
                    break;
                case PickleOpcodes.LongBinPut:
                    reader.TrySkip(4);
                    break;
                case PickleOpcodes.Frame:
                    reader.TrySkip(8);
                    break;
                case PickleOpcodes.ShortBinUnicode or PickleOpcodes.ShortBinString when TryText(reader, 1, out var text):
                    texts.Add(text);
                    break;
                case PickleOpcodes.BinUnicode or PickleOpcodes.BinString when TryText(reader, 4, out var text):
                    texts.Add(text);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool TryText(PickleReader reader, int width, out string text)
    {
        text = "";
        if (!reader.TryNumber(width, out var length) || length > MaxLength || !reader.TryTake((int)length, out var bytes))
            return false;

        text = Encoding.UTF8.GetString(bytes);
        return true;
    }
}
