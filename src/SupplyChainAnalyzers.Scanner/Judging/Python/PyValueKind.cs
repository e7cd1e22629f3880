namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>What is known of a value without running anything.</summary>
internal enum PyValueKind
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>A constant string.</summary>
    Text,

    /// <summary>Constant bytes; a character is a byte.</summary>
    Bytes,

    /// <summary>A constant integer.</summary>
    Number,

    /// <summary>A tuple or list of values.</summary>
    List,

    /// <summary>Something that is imported or built in, by its dotted name; also an instance of it.</summary>
    Named,

    /// <summary>A function or class of this source.</summary>
    Local,
}
