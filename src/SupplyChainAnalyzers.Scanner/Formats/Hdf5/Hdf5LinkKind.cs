namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>What a link leads to.</summary>
internal enum Hdf5LinkKind
{
    /// <summary>An object of this file.</summary>
    Hard,

    /// <summary>A path in this file.</summary>
    Soft,

    /// <summary>An object of another file.</summary>
    External,

    /// <summary>Whatever a plug-in of the library makes of it.</summary>
    UserDefined,
}
