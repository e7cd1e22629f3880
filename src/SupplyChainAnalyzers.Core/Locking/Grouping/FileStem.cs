namespace SupplyChainAnalyzers.Core.Locking.Grouping;

/// <summary>What the names of a model's files have in common.</summary>
internal static class FileStem
{
    private const int ShardDigits = 5;

    /// <summary>
    /// The name without what only tells the part or the format: <c>llama-00001-of-00003.gguf</c> is <c>llama</c>,
    /// <c>resnet50.onnx</c> is <c>resnet50</c>, <c>model.ckpt.meta</c> is <c>model</c>.
    /// </summary>
    public static string Of(string name)
    {
        var stem = WithoutExtension(name);
        if (stem.EndsWith(".ckpt", StringComparison.Ordinal) || stem.EndsWith(".onnx", StringComparison.Ordinal))
            stem = WithoutExtension(stem);

        return ShardOf(stem) ?? stem;
    }

    /// <summary>What all shards of a model share: the name with its number taken out; the name itself when it is no shard.</summary>
    public static string ShardKey(string name)
    {
        var stem = WithoutExtension(name);
        var extension = name.Substring(stem.Length);
        return ShardOf(stem) is { } shared ? shared + extension : name;
    }

    /// <summary>
    /// Whether <paramref name="name"/> is a part of the model file <paramref name="model"/> kept outside it: ONNX external
    /// data (<c>m.onnx_data</c>, <c>m.onnx.data</c>, <c>m.onnx_data_1</c>), a TensorFlow checkpoint
    /// (<c>m.ckpt.data-00000-of-00001</c>, <c>m.ckpt.index</c> beside <c>m.ckpt.meta</c>), OpenVINO weights (<c>m.bin</c> beside <c>m.xml</c>).
    /// </summary>
    public static bool IsPartOf(string name, string model)
    {
        if (name.Length > model.Length && name.StartsWith(model, StringComparison.Ordinal))
            return IsDataSuffix(name.Substring(model.Length));

        var extension = System.IO.Path.GetExtension(model);
        var stem = WithoutExtension(model);
        if (!name.StartsWith(stem + ".", StringComparison.Ordinal))
            return false;

        var rest = name.Substring(stem.Length + 1);
        return extension switch
        {
            ".meta" => rest == "index" || rest.StartsWith("data-", StringComparison.Ordinal),
            ".xml" => rest == "bin",
            ".onnx" => rest == "data",
            _ => false,
        };
    }

    // ".data" or "_data", then perhaps a number.
    private static bool IsDataSuffix(string suffix)
    {
        if (suffix.Length < 5 || suffix[0] is not ('.' or '_') || string.CompareOrdinal(suffix, 1, "data", 0, 4) != 0)
            return false;

        var number = suffix.Substring(5);
        return number.Length == 0 || (number[0] is '_' or '.' or '-' && number.Length > 1 && number.Skip(1).All(IsDigit));
    }

    // "-00001-of-00003" at the end.
    private static string? ShardOf(string stem)
    {
        const int Length = 1 + ShardDigits + 4 + ShardDigits;
        var start = stem.Length - Length;
        return start > 0
            && stem[start] == '-'
            && string.CompareOrdinal(stem, start + 1 + ShardDigits, "-of-", 0, 4) == 0
            && stem.Skip(start + 1).Take(ShardDigits).All(IsDigit)
            && stem.Skip(stem.Length - ShardDigits).All(IsDigit)
            ? stem.Substring(0, start)
            : null;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static string WithoutExtension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot <= 0 ? name : name.Substring(0, dot);
    }
}
