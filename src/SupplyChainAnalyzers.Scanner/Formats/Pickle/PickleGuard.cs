namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Names that ordinary pickles call, and that are harmless only with certain arguments.</summary>
internal enum PickleGuard
{
    None,

    /// <summary><c>getattr</c>: pickle writes it for members of an enumeration, nested classes and bound methods.</summary>
    Attribute,

    /// <summary>dill's <c>_load_type</c>: a built-in type by dill's name for it. Importing dill makes Python's own pickler write it.</summary>
    Type,

    /// <summary>
    /// <c>type</c>, <c>iter</c> and <c>itemgetter</c>: <c>type(None)</c> is how the type of None is written, <c>iter([…])</c> an iterator,
    /// <c>itemgetter(1)</c> itself.
    /// </summary>
    Constant,

    /// <summary><c>torch.storage._load_from_bytes</c>: a checkpoint within a pickle.</summary>
    Checkpoint,

    /// <summary>
    /// <c>functools.partial</c> keeps a function for later, dill's <c>_create_array</c> calls NumPy's: harmless when that function is, unless
    /// the stream calls what comes out.
    /// </summary>
    Partial,
}
