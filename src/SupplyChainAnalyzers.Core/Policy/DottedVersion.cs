using System.Globalization;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>
/// A release version: 1 to 4 whole numbers with dots. A minimum needs no more; suffixes (<c>rc1</c>, <c>+cu121</c>) sort
/// differently in every ecosystem.
/// </summary>
public sealed class DottedVersion : IComparable<DottedVersion>, IEquatable<DottedVersion>
{
    private const int MaxParts = 4;

    // 9 digits always fit an int.
    private const int MaxDigits = 9;

    private readonly int[] _parts;

    private DottedVersion(int[] parts) => _parts = parts;

    /// <summary>Reads a version; null when <paramref name="text"/> is none.</summary>
    public static DottedVersion? Parse(string text)
    {
        string[] words = text.Split('.');
        if (words.Length > MaxParts) return null;

        var parts = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Length is 0 or > MaxDigits || !words[i].All(static c => c is >= '0' and <= '9')) return null;
            parts[i] = int.Parse(words[i], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return new DottedVersion(parts);
    }

    /// <summary>Missing parts count as 0: 2.6 is 2.6.0.</summary>
    public int CompareTo(DottedVersion? other)
    {
        if (other is null) return 1;
        for (int i = 0; i < MaxParts; i++)
        {
            int order = Part(i).CompareTo(other.Part(i));
            if (order != 0) return order;
        }

        return 0;
    }

    /// <inheritdoc/>
    public bool Equals(DottedVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DottedVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => (Part(0) * 31) ^ (Part(1) * 17) ^ (Part(2) * 7) ^ Part(3);

    /// <inheritdoc/>
    public override string ToString() => string.Join(".", _parts.Select(static part => part.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Older.</summary>
    public static bool operator <(DottedVersion left, DottedVersion right) => left.CompareTo(right) < 0;

    /// <summary>Newer.</summary>
    public static bool operator >(DottedVersion left, DottedVersion right) => left.CompareTo(right) > 0;

    /// <summary>Older or equal.</summary>
    public static bool operator <=(DottedVersion left, DottedVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Newer or equal.</summary>
    public static bool operator >=(DottedVersion left, DottedVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The same release.</summary>
    public static bool operator ==(DottedVersion? left, DottedVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Another release.</summary>
    public static bool operator !=(DottedVersion? left, DottedVersion? right) => !(left == right);

    private int Part(int i) => i < _parts.Length ? _parts[i] : 0;
}
