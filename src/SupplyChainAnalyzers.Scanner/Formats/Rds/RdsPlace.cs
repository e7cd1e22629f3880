namespace SupplyChainAnalyzers.Scanner.Formats.Rds;

/// <summary>What a value is part of.</summary>
internal enum RdsPlace
{
    /// <summary>Data: vectors, lists, attributes.</summary>
    Data,

    /// <summary>A variable of an environment, where R itself keeps promises.</summary>
    Environment,

    /// <summary>A function's body, a formula, a stored call: runs when somebody calls it.</summary>
    Code,

    /// <summary>A promise's expression: runs at first use of the value.</summary>
    Promise,
}
