namespace SupplyChainAnalyzers.Scanner.Formats.Json;

/// <summary>What a step through JSON came upon.</summary>
internal enum JsonTokenKind
{
    StartObject,
    EndObject,
    StartArray,
    EndArray,

    /// <summary>The name of a member.</summary>
    Name,

    /// <summary>A string that is a value.</summary>
    Text,

    /// <summary>Number, true, false, null, NaN: whatever stands without quotes.</summary>
    Literal,
}
