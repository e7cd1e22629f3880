namespace SupplyChainAnalyzers.Core.Sources.Toml;

/// <summary>What a value of a TOML document is.</summary>
internal enum TomlKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number, a truth value or a date, as it is written.</summary>
    Other,

    /// <summary>A list of values.</summary>
    Array,

    /// <summary>Values by key.</summary>
    Table,
}
