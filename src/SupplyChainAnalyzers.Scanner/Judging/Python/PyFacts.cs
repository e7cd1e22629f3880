namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>What Python source does, as far as reading tells.</summary>
internal sealed class PyFacts
{
    /// <summary>Calls and mentions, in the order of the source.</summary>
    public List<PyCall> Calls { get; } = [];

    /// <summary>Modules and names that are imported, with the place.</summary>
    public List<(string Dotted, int Offset)> Imports { get; } = [];

    /// <summary>Functions of this source.</summary>
    public HashSet<string> Functions { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether something was left out because it is nested deeper, or is more, than a program of people has.</summary>
    public bool IsIncomplete { get; set; }
}
