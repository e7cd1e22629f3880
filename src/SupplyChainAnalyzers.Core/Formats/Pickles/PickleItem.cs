namespace SupplyChainAnalyzers.Core.Formats.Pickles;

/// <summary>What the walk remembers of a value on a pickle's stack.</summary>
internal enum PickleItem : byte
{
    /// <summary>The mark that MARK leaves.</summary>
    Mark,

    /// <summary>Numbers, bytes, containers.</summary>
    Value,

    /// <summary>A text: may name a module or a function.</summary>
    Text,

    /// <summary>A tuple: may be the arguments of a call.</summary>
    Tuple,

    /// <summary>An imported name.</summary>
    Callable,

    /// <summary>What a call gave: may be anything.</summary>
    Result,
}
