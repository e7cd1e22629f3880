using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion;

/// <summary>Reads elements out of a storage by strides and hands them over in row-major order, least significant byte first.</summary>
internal static class TensorBytes
{
    private const int Block = 1 << 20;
    private const int MaxRank = 64; // torch and numpy both stop there
    private const long MaxSpan = 64L << 20; // elements that do not lie in order are gathered in memory

    /// <summary>A tensor with strides counted in elements, as torch and numpy have them.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="storage">All elements it may use, and others.</param>
    /// <param name="type">Of the elements.</param>
    /// <param name="start">Index of its first element.</param>
    /// <param name="shape">Elements in each dimension.</param>
    /// <param name="strides">From one element to the next in each dimension.</param>
    /// <param name="isBigEndian">Whether bytes must be turned round.</param>
    /// <exception cref="ConversionException">It reaches outside of its storage (CVE-2026-24747), or lies too far apart.</exception>
    public static Action<TensorSink> Strided(string name, ByteSource storage, TensorType type, long start, IReadOnlyList<long> shape, IReadOnlyList<long> strides, bool isBigEndian)
    {
        if (shape.Contains(0))
            return static _ => { };
        if (shape.Count != strides.Count || shape.Count > MaxRank)
            throw new ConversionException($"has a tensor '{Core.Text.Printable.Of(name, 80)}' whose shape and strides do not fit together");

        var (first, last) = ((Int128)start, (Int128)start);
        for (var i = 0; i < shape.Count; i++)
        {
            if (shape[i] < 0)
                throw Outside(name);
            if (strides[i] >= 0)
                last += (Int128)(shape[i] - 1) * strides[i];
            else
                first += (Int128)(shape[i] - 1) * strides[i];
        }

        if (first < 0 || (last + 1) * type.Size > storage.Length)
            throw Outside(name);

        if (IsContiguous(shape, strides))
            return sink => Straight(new SliceSource(storage, start * type.Size, (long)(last - start + 1) * type.Size, "a tensor"), type, isBigEndian, sink);
        if ((last - first + 1) * type.Size > MaxSpan)
            throw new ConversionException($"has a tensor '{Core.Text.Printable.Of(name, 80)}' of more than {MaxSpan >> 20} MiB whose elements do not lie in order; save it with .contiguous() first");

        return sink => Gathered(storage, type, (long)first, (long)(last - first) + 1, start, shape, strides, isBigEndian, sink);
    }

    private static ConversionException Outside(string name) => new($"has a tensor '{Core.Text.Printable.Of(name, 80)}' that reaches outside of its storage; do not use it");

    private static bool IsContiguous(IReadOnlyList<long> shape, IReadOnlyList<long> strides)
    {
        long expected = 1;
        for (var i = shape.Count - 1; i >= 0; i--)
        {
            if (shape[i] != 1 && strides[i] != expected)
                return false;
            expected *= shape[i];
        }

        return true;
    }

    private static void Straight(ByteSource source, TensorType type, bool isBigEndian, TensorSink sink)
    {
        var buffer = new byte[Math.Min(Block, source.Length)];
        for (long offset = 0; offset < source.Length; offset += buffer.Length)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, source.Length - offset));
            source.ReadExactly(offset, part, "a tensor");
            if (isBigEndian)
                Turn(part, type.Part);
            sink(offset, part);
        }
    }

    private static void Gathered(ByteSource storage, TensorType type, long first, long count, long start, IReadOnlyList<long> shape, IReadOnlyList<long> strides, bool isBigEndian, TensorSink sink)
    {
        var span = storage.ReadBytes(first * type.Size, (int)(count * type.Size), "a tensor");
        if (isBigEndian)
            Turn(span, type.Part);

        var buffer = new byte[Block / type.Size * type.Size];
        var at = new long[shape.Count];
        var (from, filled, offset) = (start - first, 0, 0L);
        while (true)
        {
            span.AsSpan((int)(from * type.Size), type.Size).CopyTo(buffer.AsSpan(filled));
            filled += type.Size;
            if (filled == buffer.Length)
            {
                sink(offset, buffer);
                (offset, filled) = (offset + filled, 0);
            }

            var i = shape.Count - 1;
            for (; i >= 0; i--)
            {
                from += strides[i];
                if (++at[i] < shape[i])
                    break;

                from -= at[i] * strides[i];
                at[i] = 0;
            }

            if (i < 0)
                break;
        }

        sink(offset, buffer.AsSpan(0, filled));
    }

    /// <summary>Turns the bytes of every number round.</summary>
    public static void Turn(Span<byte> bytes, int size)
    {
        for (var i = 0; size > 1 && i + size <= bytes.Length; i += size)
            bytes.Slice(i, size).Reverse();
    }
}
