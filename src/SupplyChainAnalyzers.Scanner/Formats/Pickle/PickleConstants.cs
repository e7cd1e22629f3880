using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Reads texts and bytes again where their opcode stands, when somebody wants to know what they say.</summary>
internal static class PickleConstants
{
    /// <summary>Where the bytes behind an opcode lie; of a line without its line feed, as far as lines are read.</summary>
    public static (long Start, long Length) Range(ByteSource source, long opcode)
    {
        var code = source.ReadByte(opcode, "a constant");
        var width = Width(code);
        if (width > 0)
        {
            Span<byte> length = stackalloc byte[8];
            length.Clear();
            source.ReadExactly(opcode + 1, length[..width], "a constant");
            var count = (long)Math.Min(System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(length), long.MaxValue);
            return (opcode + 1 + width, Math.Min(count, source.Length - opcode - 1 - width));
        }

        var line = new byte[(int)Math.Min(PickleReader.MaxLine, source.Length - opcode - 1)];
        var read = source.Read(opcode + 1, line);
        var end = line.AsSpan(0, read).IndexOf((byte)'\n');
        return (opcode + 1, end < 0 ? read : end);
    }

    /// <summary>Bytes as the unpickler would see them, at most so many.</summary>
    public static byte[] Bytes(ByteSource source, long opcode, int most)
    {
        var (start, length) = Range(source, opcode);
        var bytes = new byte[(int)Math.Clamp(length, 0, most)];
        var read = source.Read(start, bytes);
        if (read < bytes.Length)
            bytes = bytes[..read];

        return source.ReadByte(opcode, "a constant") == PickleOpcodes.String && PickleText.TryUnquote(bytes, out var inside)
            ? PickleText.Unescape(inside) ?? inside.ToArray()
            : bytes;
    }

    /// <summary>A text as the unpickler would see it, at most so many bytes of it.</summary>
    public static string Text(ByteSource source, long opcode, int most)
    {
        var bytes = Bytes(source, opcode, most);
        return source.ReadByte(opcode, "a constant") switch
        {
            PickleOpcodes.Unicode => PickleText.RawUnicode(bytes) ?? Encoding.Latin1.GetString(bytes),
            PickleOpcodes.BinUnicode or PickleOpcodes.ShortBinUnicode or PickleOpcodes.BinUnicode8 => Encoding.UTF8.GetString(bytes),
            _ => Encoding.Latin1.GetString(bytes),
        };
    }

    private static int Width(byte code) => code switch
    {
        PickleOpcodes.ShortBinString or PickleOpcodes.ShortBinUnicode or PickleOpcodes.ShortBinBytes => 1,
        PickleOpcodes.BinString or PickleOpcodes.BinUnicode or PickleOpcodes.BinBytes => 4,
        PickleOpcodes.BinUnicode8 or PickleOpcodes.BinBytes8 or PickleOpcodes.ByteArray8 => 8,
        _ => 0,
    };
}
