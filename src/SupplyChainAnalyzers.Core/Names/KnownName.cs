namespace SupplyChainAnalyzers.Core.Names;

/// <summary>A well-known name and its forms.</summary>
internal sealed class KnownName
{
    private readonly uint _shape;

    public KnownName(string name, string part)
    {
        Name = name;
        Plain = Names.Skeleton.Plain(part);
        Skeleton = Names.Skeleton.Of(Plain);
        Letters = Names.Skeleton.Letters(Plain);
        Digits = Names.Skeleton.Digits(Plain);
        _shape = ShapeOf(Plain);
    }

    /// <summary>As its owner writes it.</summary>
    public string Name { get; }

    /// <summary>The part that is compared, in the form of <see cref="Names.Skeleton.Plain"/>.</summary>
    public string Plain { get; }

    public string Skeleton { get; }

    public string Letters { get; }

    public string Digits { get; }

    /// <summary>A bit for each letter that occurs.</summary>
    public static uint ShapeOf(string plain)
    {
        var shape = 0u;
        foreach (var c in plain)
            shape |= 1u << (c % 32);

        return shape;
    }

    /// <summary>A cheap no: a slip changes the length by one, and the set of letters by two.</summary>
    public bool CanBeWithin(int slips, string plain, uint shape)
    {
        if (Math.Abs(plain.Length - Plain.Length) > slips)
            return false;

        var (different, bits) = (shape ^ _shape, 0);
        for (; different != 0; different &= different - 1)
            bits++;

        return bits <= 2 * slips;
    }
}
