namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Zip and what is stored in one, told by the entry names in the head.
/// Spec: PKWARE APPNOTE 4.3.7. Local header, 30 bytes: <c>PK 03 04</c>, …, at 26 the name's length (2), at 28 the extra
/// field's (2), then the name. Entries are found by their signature and not by their sizes, which PyTorch leaves 0 in the
/// local header (they follow the data). A name planted in an entry's data can only make the answer the more dangerous one.
/// </summary>
internal static class ZipSniffer
{
    private const int NameLengthAt = 26;
    private const int NameAt = 30;

    // None of the names looked for is longer, but for the folder before it, which is the model's name.
    private const int LongestName = 512;

    public static ModelFormat? Sniff(Head head)
    {
        if (head.Has(0, "PK\u0005\u0006")) // an archive without entries is only its end record
            return ModelFormats.Zip;

        // Spanned archives begin with PK 07 08 and the first local header behind it.
        if (!head.Has(0, "PK\u0003\u0004") && !head.Has(0, "PK\u0007\u0008PK\u0003\u0004"))
            return null;

        return Classify(Names(head));
    }

    private static ModelFormat Classify(List<string> names)
    {
        // torch.save writes data.pkl first, torch.jit.save the tensors (name/data/0).
        var saved = names.Any(static name => Leaf(name) == "data.pkl");
        var scripted = names.Any(static name => Leaf(name) == "constants.pkl" || name.Contains("/code/"))
            || (names.Count > 0 && IsTensor(names[0]));
        if (scripted)
            return ModelFormats.TorchScript;
        if (saved)
            return ModelFormats.PyTorch;
        if (names.Any(static name => name.StartsWith("MAR-INF/", StringComparison.Ordinal)))
            return ModelFormats.Mar;
        if (names.Contains("schema.json") && names.TrueForAll(static name => name == "schema.json" || IsArray(name)))
            return ModelFormats.Skops;
        if (names.Contains("metadata.json") && (names.Contains("config.json") || names.Contains("model.weights.h5")))
            return ModelFormats.Keras;
        return names.Count > 0 && IsArray(names[0]) ? ModelFormats.NumPyZip : ModelFormats.Zip;
    }

    private static List<string> Names(Head head)
    {
        var names = new List<string>();
        for (var at = head.IndexOf("PK\u0003\u0004"); at >= 0; at = head.IndexOf("PK\u0003\u0004", at + 4))
        {
            var length = head.U16(at + NameLengthAt);
            if (length is > 0 and <= LongestName && at + NameAt + length <= head.Length)
                names.Add(System.Text.Encoding.UTF8.GetString(head.Bytes, at + NameAt, length));
        }

        return names;
    }

    private static bool IsArray(string name) => name.EndsWith(".npy", StringComparison.Ordinal);

    private static bool IsTensor(string name)
    {
        var parts = name.Split('/');
        return parts.Length == 3 && parts[1] == "data" && parts[2].Length > 0 && parts[2].All(static c => c is >= '0' and <= '9');
    }

    private static string Leaf(string name) => name.Substring(name.LastIndexOf('/') + 1);
}
