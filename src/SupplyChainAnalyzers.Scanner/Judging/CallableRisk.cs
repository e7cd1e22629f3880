namespace SupplyChainAnalyzers.Scanner.Judging;

/// <summary>What a loader that imports a Python name, and may call it, puts at stake.</summary>
internal enum CallableRisk
{
    /// <summary>On the list of names that ordinary models use and that reach nothing.</summary>
    Harmless,

    /// <summary>On no list.</summary>
    Unknown,

    /// <summary>Known to run code, or to reach files, network, processes or other names.</summary>
    Dangerous,
}
