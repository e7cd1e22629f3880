namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>What an element is made of (IV.A.2.d).</summary>
/// <param name="Class">Its kind.</param>
/// <param name="Size">Bytes of one element.</param>
internal sealed record Hdf5Type(Hdf5TypeClass Class, int Size)
{
    /// <summary>Whether the most significant byte of a number comes first.</summary>
    public bool IsBigEndian { get; init; }

    public bool IsSigned { get; init; }

    /// <summary>For a sequence of variable length: whether it is a text.</summary>
    public bool IsText { get; init; }

    /// <summary>What lists, arrays and enumerations are made of.</summary>
    public Hdf5Type? Element { get; init; }

    /// <summary>Elements of an array type.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Of a compound, in order.</summary>
    public IReadOnlyList<Hdf5Field> Fields { get; init; } = [];

    /// <summary>Exponent and mantissa bits of a floating-point number.</summary>
    public (int Exponent, int Mantissa) Bits { get; init; }

    /// <summary>Name an opaque type carries.</summary>
    public string Tag { get; init; } = "";
}
