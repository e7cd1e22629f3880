namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>What a loader that imports a Python name, and may call it, puts at stake.</summary>
internal enum CallableRisk
{
    /// <summary>On the list of names that ordinary models use and that reach nothing, whatever they are called with.</summary>
    Harmless,

    /// <summary>
    /// A class of a package whose classes hold parameters and state. Harmless when an instance is made and given its state, as
    /// NEWOBJ and BUILD do; not known to be when it is called with arguments of the file's choice.
    /// </summary>
    HarmlessAsClass,

    /// <summary>On no list.</summary>
    Unknown,

    /// <summary>Known to run code, or to reach files, network, processes or other names.</summary>
    Dangerous,
}
