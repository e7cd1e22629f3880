namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>What a name stands for.</summary>
internal sealed class PythonBinding
{
    public static readonly PythonBinding Unknown = new();

    /// <summary>Full name of what is imported.</summary>
    public string? Import { get; init; }

    /// <summary>The names of a class of this source.</summary>
    public PythonScope? Class { get; init; }

    /// <summary>The tokens of the expression that is assigned, and where in them it stands.</summary>
    public PyTokens? Tokens { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    /// <summary>Whether it is a parameter's default, which callers may replace.</summary>
    public bool IsDefault { get; init; }

    /// <summary>What it was found to be worth. Set before that is known, so that a name that leads to itself ends, and names that lead to names cost no more than they are long.</summary>
    public PythonValue? Value { get; set; }
}
