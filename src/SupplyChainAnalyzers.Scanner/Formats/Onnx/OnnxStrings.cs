using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>StringStringEntryProto: 1 key, 2 value.</summary>
internal static class OnnxStrings
{
    private const int MaxKey = 256; // bytes

    /// <summary>The last of each field counts.</summary>
    public static (string Key, string Value) Read(ProtoReader entry, int maxValue)
    {
        string key = "", value = "";
        while (entry.Next())
        {
            if (entry.Is(1, ProtoWire.Counted))
                key = entry.Text(MaxKey);
            else if (entry.Is(2, ProtoWire.Counted))
                value = entry.Text(maxValue);
        }

        return (key, value);
    }

    /// <summary>Looks at both as texts.</summary>
    public static void Check(ProtoReader entry, OnnxModel model, string where)
    {
        while (entry.Next())
        {
            if (entry.Is(1, ProtoWire.Counted) || entry.Is(2, ProtoWire.Counted))
                Look(entry, where, model);
            else
                model.UnknownField(entry, where);
        }
    }

    // Of the model itself people and programs read the metadata; of its parts it is what exporters note.
    private static void Look(ProtoReader entry, string where, OnnxModel model)
    {
        if (where == OnnxScanner.Metadata)
            model.Texts.Check(entry, where);
        else
            model.Texts.CheckNote(entry, where);
    }
}
