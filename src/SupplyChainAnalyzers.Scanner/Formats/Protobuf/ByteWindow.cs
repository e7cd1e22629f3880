using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Protobuf;

/// <summary>One window onto a source for parsers that go through it byte by byte: all messages of a file share it.</summary>
internal sealed class ByteWindow(ByteSource source)
{
    private const int Size = 16 << 10;

    private readonly byte[] _bytes = new byte[Size];
    private long _start;
    private int _count;

    public ByteSource Source { get; } = source;

    /// <exception cref="DamagedFileException">The file ends before.</exception>
    public byte At(long offset)
    {
        if ((ulong)(offset - _start) >= (ulong)_count)
            Move(offset);

        return _bytes[offset - _start];
    }

    private void Move(long offset)
    {
        _count = offset < 0 ? 0 : Source.Read(offset, _bytes);
        _start = offset;
        if (_count == 0)
            throw new DamagedFileException("the file ends within a field", Math.Clamp(offset, 0, Source.Length));
    }
}
