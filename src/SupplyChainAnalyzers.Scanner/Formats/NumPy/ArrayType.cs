using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Formats.NumPy;

/// <summary>An element type (numpy's <c>descr</c>): a code such as <c>&lt;f4</c>, or fields with a type and maybe a shape each.</summary>
/// <param name="Size">Bytes of one element; null when the type is none of those NumPy writes.</param>
/// <param name="HasObjects">Whether elements are Python objects: then a pickle follows instead of numbers.</param>
internal readonly record struct ArrayType(long? Size, bool HasObjects)
{
    private const int MaxDepth = 16;
    private const long MaxSize = 1L << 40;

    private static readonly ArrayType Strange = new(null, true);

    /// <summary>Of a parsed header. What isn't understood may hold objects: NumPy takes many spellings (<c>object</c>, <c>f4,O</c>).</summary>
    public static ArrayType Of(object? description, int depth = 0) => description switch
    {
        _ when depth > MaxDepth => Strange,
        string code => OfCode(code),
        List<object?> fields => Sum(fields, depth),
        object?[] { Length: 2 } pair => Times(Of(pair[0], depth + 1), pair[1]),
        _ => Strange,
    };

    private static ArrayType OfCode(string code)
    {
        var rest = code.AsSpan().TrimStart("<>|=");
        if (code.Length - rest.Length > 1 || rest.Length == 0)
            return Strange;

        var kind = rest[0];
        rest = rest[1..];
        if (kind is 'M' or 'm')
            return rest.StartsWith("8") ? new ArrayType(8, false) : Strange;
        if (rest.Length > 0 && !long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return Strange;

        var count = rest.Length == 0 ? -1 : long.Parse(rest, NumberStyles.None, CultureInfo.InvariantCulture);
        return kind switch
        {
            'O' => new ArrayType(8, true),
            'b' or 'B' or '?' when count is -1 or 1 => new ArrayType(1, false),
            'i' or 'u' when count is 1 or 2 or 4 or 8 => new ArrayType(count, false),
            'f' when count is 2 or 4 or 8 or 12 or 16 => new ArrayType(count, false),
            'c' when count is 8 or 16 or 24 or 32 => new ArrayType(count, false),
            'S' or 'a' or 'V' when count is >= 0 and < MaxSize => new ArrayType(count, false),
            'U' when count is >= 0 and < MaxSize => new ArrayType(count * 4, false),
            _ => Strange,
        };
    }

    // (name or (title, name), type) or with a shape behind.
    private static ArrayType Sum(List<object?> fields, int depth)
    {
        long size = 0;
        var hasObjects = false;
        foreach (var field in fields)
        {
            if (field is not object?[] { Length: 2 or 3 } parts)
                return Strange;

            var type = Of(parts[1], depth + 1);
            if (parts.Length == 3)
                type = Times(type, parts[2]);
            if (type.Size is not { } bytes || size > MaxSize)
                return Strange;

            size += bytes;
            hasObjects |= type.HasObjects;
        }

        return new ArrayType(size, hasObjects);
    }

    private static ArrayType Times(ArrayType type, object? shape)
    {
        if (type.Size is not { } size)
            return Strange;

        foreach (var part in shape as object?[] ?? [shape])
        {
            if (part is not long length || length < 0 || (length > 0 && size > MaxSize / length))
                return Strange;

            size *= length;
        }

        return type with { Size = size };
    }
}
