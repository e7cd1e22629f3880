using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Arrays;

/// <summary>
/// A .npy file (numpy/lib/format.py): signature 6, version 2, length of the header 2 or 4, header as a Python dictionary of <c>descr</c>,
/// <c>fortran_order</c> and <c>shape</c>, then the elements.
/// </summary>
internal static class NpyArray
{
    private const int MaxHeader = 64 << 10;

    /// <summary>Null when its elements are no numbers that safetensors knows.</summary>
    public static SourceTensor? Read(ByteSource file, string name)
    {
        var version = file.ReadByte(6, "the header");
        var isLong = version >= 2;
        Span<byte> length = stackalloc byte[isLong ? 4 : 2];
        file.ReadExactly(8, length, "the header");
        var size = isLong ? BinaryPrimitives.ReadUInt32LittleEndian(length) : BinaryPrimitives.ReadUInt16LittleEndian(length);
        if (size > MaxHeader)
            throw new DamagedFileException("its header is longer than any", 8);

        var start = 8 + length.Length;
        var header = Encoding.Latin1.GetString(file.ReadBytes(start, (int)size, "the header"));
        var type = Value(header, "descr").Trim('\'', '"');
        if (type.Length < 2 || TensorType.OfNumPy(type.TrimStart('<', '>', '|', '=')) is not { } element)
            return null;

        var shape = Value(header, "shape").Trim('(', ')').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static text => long.TryParse(text.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw new DamagedFileException("its shape cannot be read", 8)).ToArray();
        var data = new SliceSource(file, start + size, file.Length - start - size, "its elements");
        var strides = Strides.Of(shape, Value(header, "fortran_order") == "True");
        return new SourceTensor(name, element, shape, TensorBytes.Strided(name, data, element, 0, shape, strides, type[0] == '>'));
    }

    // A value ends at the comma or brace behind it, a tuple at its bracket.
    private static string Value(string header, string key)
    {
        var at = header.IndexOf($"'{key}':", StringComparison.Ordinal);
        if (at < 0)
            throw new DamagedFileException($"its header says nothing of {key}", 8);

        var rest = header[(at + key.Length + 3)..].TrimStart();
        var end = rest.StartsWith('(') ? rest.IndexOf(')', StringComparison.Ordinal) + 1 : rest.IndexOfAny([',', '}']);
        return end > 0 ? rest[..end].Trim() : throw new DamagedFileException("its header cannot be read", 8);
    }
}
