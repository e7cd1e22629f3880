using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Rds;

/// <summary>Numbers and texts of R's serialization, in one of its three spellings (R Internals 1.8).</summary>
internal abstract class RdsInput(ByteSource file)
{
    /// <summary>Bytes of a text that are kept; the rest is passed over.</summary>
    protected const int MaxText = 1 << 16;

    public long Position { get; protected set; }

    protected ByteSource File { get; } = file;

    /// <summary>A whole number; NA is the smallest.</summary>
    public abstract int Int();

    /// <summary>A text of so many bytes.</summary>
    public abstract string Text(int length);

    /// <summary>Passes over numbers of so many bytes each; 1 is a byte, 4 a whole number, 8 a fraction.</summary>
    public abstract void Skip(long count, int size);

    /// <summary>The spelling's mark and those after it are read by its reader.</summary>
    /// <exception cref="DamagedFileException">None of the three.</exception>
    public static RdsInput Open(ByteSource file, long at) => file.ReadByte(at, "its header") switch
    {
        (byte)'X' => new RdsBinaryInput(file, at + 2, bigEndian: true),
        (byte)'B' => new RdsBinaryInput(file, at + 2, bigEndian: false),
        (byte)'A' => new RdsTextInput(file, at + 2),
        _ => throw new DamagedFileException("its serialization has no known spelling", at),
    };
}
