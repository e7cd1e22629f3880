namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>A numpy element type: its short name and whether the most significant byte comes first.</summary>
internal sealed class PyDType(string name) : PyValue
{
    public string Name { get; } = name.TrimStart('<', '>', '|', '=');

    public bool IsBigEndian { get; set; } = name.StartsWith('>');
}
