namespace SupplyChainAnalyzers.Scanner.Conversion;

/// <summary>A tensor where it lies, to be read as often as needed.</summary>
/// <param name="Name">It will have in the safetensors file.</param>
/// <param name="Type">Of its elements.</param>
/// <param name="Shape">Elements in each dimension.</param>
/// <param name="Read">Hands over all bytes in row-major order, little-endian, piece by piece; what it leaves out is zero.</param>
internal sealed record SourceTensor(string Name, TensorType Type, IReadOnlyList<long> Shape, Action<TensorSink> Read)
{
    /// <summary>Bytes of all elements.</summary>
    public long Size { get; } = Bytes(Name, Type, Shape);

    private static long Bytes(string name, TensorType type, IReadOnlyList<long> shape)
    {
        const long most = 1L << 46;
        if (shape.Contains(0))
            return 0;

        long size = type.Size;
        foreach (var count in shape)
        {
            if (count < 0 || count > most / size)
                throw new ConversionException($"has a tensor '{Core.Text.Printable.Of(name, 80)}' of an impossible size");
            size *= count;
        }

        return size;
    }
}
