namespace SupplyChainAnalyzers.Scanner.Conversion;

/// <summary>Strides of arrays without gaps, counted in elements.</summary>
internal static class Strides
{
    /// <param name="shape">Elements in each dimension.</param>
    /// <param name="isFortran">Whether the first dimension counts fastest.</param>
    public static long[] Of(IReadOnlyList<long> shape, bool isFortran)
    {
        var strides = new long[shape.Count];
        long next = 1;
        for (var i = 0; i < shape.Count; i++)
        {
            var dimension = isFortran ? i : shape.Count - 1 - i;
            strides[dimension] = next;
            next = shape[dimension] > 1 && next > (1L << 46) / shape[dimension] ? throw new ConversionException("has an array of an impossible size") : next * Math.Max(shape[dimension], 1);
        }

        return strides;
    }
}
