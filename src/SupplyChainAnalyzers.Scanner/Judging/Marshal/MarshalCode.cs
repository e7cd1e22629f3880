namespace SupplyChainAnalyzers.Scanner.Judging.Marshal;

/// <summary>What a code object, with those in it, mentions.</summary>
internal sealed class MarshalCode
{
    /// <summary>co_names of each code object: globals, attributes and imports in the order of their first use.</summary>
    public List<IReadOnlyList<string>> Names { get; } = [];

    /// <summary>Constant strings of all code objects.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>Constant strings of bytes.</summary>
    public List<byte[]> Bytes { get; } = [];
}
