namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What a pickle does besides importing and calling names.</summary>
internal enum PickleOddityKind
{
    /// <summary>The name of an import is no constant.</summary>
    ComputedName,

    /// <summary>The name of an import is one the scanner forgot, in a file with millions of values.</summary>
    LostName,

    /// <summary>EXT1, EXT2, EXT4.</summary>
    Extension,

    /// <summary><c>getattr</c> goes into a container.</summary>
    PassedGuard,

    /// <summary>What a call gave is called.</summary>
    CalledResult,

    /// <summary>What a call gave is used as a class.</summary>
    ConstructedResult,

    /// <summary>Nobody knows what is called.</summary>
    CalledUnknown,

    /// <summary>A class, function or module is written to.</summary>
    ChangedName,

    /// <summary>An object gets an attribute by which Python decides what runs.</summary>
    WrittenHook,

    /// <summary><c>getattr</c> of an object with a plain name: a bound method.</summary>
    ReadAttribute,

    /// <summary><c>getattr</c> with a private or computed name.</summary>
    ReadHiddenAttribute,

    /// <summary>A guarded name with arguments that no pickler writes.</summary>
    MisusedGuard,

    /// <summary>A text for a class that takes none: whoever calls it so expects something else behind its name.</summary>
    TextForClass,

    /// <summary>A persistent id that is no storage of torch.</summary>
    PersistentId,
}
