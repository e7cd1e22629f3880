namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Names that ordinary pickles call, and that are harmless only with certain arguments.</summary>
internal enum PickleGuard
{
    None,

    /// <summary><c>getattr</c>: pickle writes it for members of an enumeration, nested classes and bound methods.</summary>
    Attribute,

    /// <summary><c>torch.storage._load_from_bytes</c>: a checkpoint within a pickle.</summary>
    Checkpoint,
}
