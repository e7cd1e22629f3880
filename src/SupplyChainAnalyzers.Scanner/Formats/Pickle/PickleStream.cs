using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Steps over the opcodes of one pickle without doing what they say.</summary>
internal static class PickleStream
{
    /// <summary>Opcodes looked at: a stream that is well formed for so long is a pickle.</summary>
    private const int MaxOpcodes = 1 << 20;

    /// <summary>Bytes of one text line: decimal numbers of protocol 0 can be long, names cannot.</summary>
    private const int MaxLine = 1 << 20;

    /// <summary>The offset behind STOP; null when the limit came first.</summary>
    /// <exception cref="DamagedFileException">An opcode is unknown or the file ends within one.</exception>
    public static long? FindEnd(ByteSource file, long offset)
    {
        for (var i = 0; i < MaxOpcodes; i++)
        {
            var code = file.ReadByte(offset, "the pickle");
            if (code == PickleOpcodes.Stop)
                return offset + 1;

            var argument = PickleOpcodes.Argument(code);
            if (argument == PickleArgument.Unknown)
                throw new DamagedFileException($"0x{code:x2} is no pickle opcode", offset);

            offset = After(file, offset + 1, argument);
        }

        return null;
    }

    private static long After(ByteSource file, long offset, PickleArgument argument) => argument switch
    {
        PickleArgument.Bytes1 => offset + 1,
        PickleArgument.Bytes2 => offset + 2,
        PickleArgument.Bytes4 => offset + 4,
        PickleArgument.Bytes8 => offset + 8,
        PickleArgument.Line => AfterLine(file, offset),
        PickleArgument.TwoLines => AfterLine(file, AfterLine(file, offset)),
        PickleArgument.Counted1 => Skip(file, offset + 1, file.ReadByte(offset, "a length")),
        PickleArgument.Counted4 => Skip(file, offset + 4, file.ReadUInt32(offset, "a length")),
        PickleArgument.Counted8 => Skip(file, offset + 8, file.ReadUInt64(offset, "a length")),
        _ => offset,
    };

    private static long Skip(ByteSource file, long offset, ulong count) => offset <= file.Length && count <= (ulong)(file.Length - offset)
        ? offset + (long)count
        : throw new DamagedFileException("a length in the pickle exceeds the file", offset);

    private static long AfterLine(ByteSource file, long offset)
    {
        for (var i = 0; i < MaxLine; i++)
        {
            if (file.ReadByte(offset + i, "a line of the pickle") == '\n')
                return offset + i + 1;
        }

        throw new DamagedFileException("a line of the pickle is too long", offset);
    }
}
