namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>What a TensorProto says, merged from all its occurrences; its data stays in the file.</summary>
internal sealed class OnnxTensor(long offset)
{
    public const int MaxDimensions = 1024; // more are not kept, and are a fault by themselves

    public long Offset { get; } = offset;

    public string Name { get; set; } = "";

    public List<long> Dimensions { get; } = [];

    public bool HasTooManyDimensions { get; private set; }

    public long Type { get; set; }

    /// <summary>Bytes of raw_data; null when there is none.</summary>
    public long? RawLength { get; set; }

    /// <summary>Numbers or texts in the typed fields.</summary>
    public long Entries { get; set; }

    /// <summary>TensorProto.data_location says so.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Keys and values of external_data, hostile.</summary>
    public List<(string Key, string Value)> External { get; } = [];

    /// <summary>A part of a larger tensor, which no loader supports.</summary>
    public bool IsSegment { get; set; }

    public void AddDimension(long dimension)
    {
        if (Dimensions.Count < MaxDimensions)
            Dimensions.Add(dimension);
        else
            HasTooManyDimensions = true;
    }
}
