using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Markup;

/// <summary>
/// A source for the framework's XML reader. That reader keeps a whole attribute or comment in memory, so the bytes between
/// two angle brackets are counted here, before it gets them.
/// </summary>
internal sealed class MarkupStream(ByteSource source) : Stream
{
    private const int Longest = 8 << 20;

    private long _position;
    private long _since;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => source.Length;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="LimitExceededException">Too long a text.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = source.Read(_position, buffer);
        _position += count;
        for (var rest = buffer[..count]; ;)
        {
            var at = rest.IndexOfAny((byte)'<', (byte)'>');
            _since += at < 0 ? rest.Length : at;
            if (_since > Longest)
                throw new LimitExceededException($"it holds a text of more than {Longest >> 20} MiB", _position);
            if (at < 0)
                return count;

            rest = rest[(at + 1)..];
            _since = 0;
        }
    }

    public override void Flush()
    {
        // nothing is written
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
