using System.Buffers.Binary;
using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Rds;

/// <summary>XDR (big-endian, what R writes) and native binary.</summary>
internal sealed class RdsBinaryInput : RdsInput
{
    private readonly bool _bigEndian;
    private readonly byte[] _buffer = new byte[16 << 10];
    private long _bufferAt;
    private int _filled;

    public RdsBinaryInput(ByteSource file, long at, bool bigEndian)
        : base(file) => (_bigEndian, Position) = (bigEndian, at);

    public override int Int()
    {
        var at = Position - _bufferAt;
        if (at < 0 || at > _filled - 4)
        {
            (_bufferAt, at) = (Position, 0);
            _filled = File.Read(Position, _buffer);
            if (_filled < 4)
                throw new DamagedFileException("the file ends within a number", Math.Min(Position, File.Length));
        }

        Position += 4;
        var bytes = _buffer.AsSpan((int)at, 4);
        return _bigEndian ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    public override string Text(int length)
    {
        var start = Position;
        Skip(length, 1);
        return Encoding.UTF8.GetString(File.ReadBytes(start, Math.Min(length, MaxText), "a text"));
    }

    public override void Skip(long count, int size)
    {
        if (count < 0 || count > (File.Length - Position) / size)
            throw new DamagedFileException($"{count} values of {size} bytes do not fit into the file", Math.Min(Position, File.Length));

        Position += count * size;
    }
}
