namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>A file format as models.lock names it.</summary>
public sealed class ModelFormat
{
    internal ModelFormat(string id, string name, bool isModel, bool runsCode = false)
    {
        Id = id;
        Name = name;
        IsModel = isModel;
        RunsCode = runsCode;
    }

    /// <summary>The word in models.lock: <c>onnx</c>, <c>safetensors</c>, <c>pickle</c> …</summary>
    public string Id { get; }

    /// <summary>The name people use.</summary>
    public string Name { get; }

    /// <summary>Whether such a file holds weights or a graph by itself (an archive or a text does not).</summary>
    public bool IsModel { get; }

    /// <summary>Whether its usual loader executes what the file says (pickle and its family).</summary>
    public bool RunsCode { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
