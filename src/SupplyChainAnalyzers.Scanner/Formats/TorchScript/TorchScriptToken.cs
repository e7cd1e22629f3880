namespace SupplyChainAnalyzers.Scanner.Formats.TorchScript;

/// <summary>What matters in TorchScript's code.</summary>
internal enum TorchScriptToken
{
    /// <summary>A dotted name.</summary>
    Name,

    /// <summary>A text, without its quotes.</summary>
    Text,

    /// <summary>How a call of a Python function is printed: <c>^Name(…)</c>.</summary>
    Caret,

    /// <summary>Numbers, brackets, operators.</summary>
    Other,
}
