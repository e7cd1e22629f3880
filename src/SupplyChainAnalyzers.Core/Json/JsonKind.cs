namespace SupplyChainAnalyzers.Core.Json;

/// <summary>What a <see cref="JsonNode"/> is.</summary>
public enum JsonKind
{
    /// <summary>Named members in the order written.</summary>
    Object,

    /// <summary>Values in order.</summary>
    Array,

    /// <summary>A text.</summary>
    String,

    /// <summary>A number, kept as it was written.</summary>
    Number,

    /// <summary>The word true.</summary>
    True,

    /// <summary>The word false.</summary>
    False,

    /// <summary>The word null.</summary>
    Null,
}
