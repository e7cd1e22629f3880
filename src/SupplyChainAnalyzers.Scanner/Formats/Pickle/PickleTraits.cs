namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What is known of a value and of everything it contains.</summary>
[Flags]
internal enum PickleTraits
{
    None = 0,

    /// <summary>CPython refuses it as a key or in a set.</summary>
    Unhashable = 1,

    /// <summary>A text that names a hook of Python's object model, such as <c>__class__</c>.</summary>
    Hook = 2,

    /// <summary>An imported name.</summary>
    Name = 4,

    /// <summary>An imported name that is harmless only when it is called right away with constants (<c>getattr</c>).</summary>
    Guarded = 8,

    /// <summary>What a call gave.</summary>
    Made = 16,

    /// <summary>A name that is not known to be harmless, or what came out of one.</summary>
    Doubtful = 32,

    /// <summary>Text or bytes.</summary>
    Text = 64,

    /// <summary>Its content is not remembered.</summary>
    Lost = 128,

    /// <summary>A dictionary with a key that is a <see cref="Hook"/>, or a tuple of such.</summary>
    HookKey = 256,
}
