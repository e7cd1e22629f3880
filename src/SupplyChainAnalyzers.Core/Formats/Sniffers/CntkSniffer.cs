namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// CNTK. Version 1: <c>BCN</c> and a NUL as 16-bit characters. Version 2, CNTK.proto's Dictionary: 1 version (varint) ·
/// 2 entries of a map, each 1 key (string), 2 value; the map's order is not fixed, so any of the root's keys counts.
/// </summary>
internal static class CntkSniffer
{
    private static readonly string[] RootKeys = ["inputs", "name", "primitive_functions", "root", "state", "type", "uid", "version"];

    public static ModelFormat? Sniff(Head head)
    {
        if (head.Has(0, "B\0C\0N\0\0\0"))
            return ModelFormats.Cntk;

        var fields = ProtoFields.Of(head);
        if (!fields.Next() || fields is not { Field: 1, Wire: 0, Value: > 0 and < 100 } || !fields.Next() || fields is not { Field: 2, Wire: 2 })
            return null;

        var entry = fields.Inner();
        if (!entry.Next() || entry is not { Field: 1, Wire: 2 } || !entry.Next() || entry is not { Field: 2, Wire: 2 })
            return null;

        var key = fields.Inner();
        key.Next();
        return RootKeys.Any(name => key.Length == name.Length && head.Has((int)key.Start, name)) ? ModelFormats.Cntk : null;
    }
}
