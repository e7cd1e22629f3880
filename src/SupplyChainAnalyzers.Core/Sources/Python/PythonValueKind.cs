namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>What is known of a value without running anything.</summary>
internal enum PythonValueKind
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>A string.</summary>
    Text,

    /// <summary>True.</summary>
    True,

    /// <summary>False.</summary>
    False,

    /// <summary>None.</summary>
    None,

    /// <summary>A module, class or function that was imported, by its full name.</summary>
    Named,

    /// <summary>What a class, by its full name, makes.</summary>
    Instance,
}
