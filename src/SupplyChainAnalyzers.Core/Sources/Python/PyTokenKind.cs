namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>What a token of Python source is.</summary>
internal enum PyTokenKind
{
    /// <summary>A name or keyword.</summary>
    Name,

    /// <summary>A literal of digits.</summary>
    Number,

    /// <summary>A string without its quotes, escapes undone.</summary>
    Text,

    /// <summary>The same of bytes; a character is a byte.</summary>
    Bytes,

    /// <summary>A string in which code stands in braces.</summary>
    Format,

    /// <summary>Operator, bracket or delimiter.</summary>
    Operator,
}
