using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests;

/// <summary>Bytes in memory.</summary>
internal sealed class MemorySource(byte[] bytes) : ByteSource
{
    public override long Length => bytes.Length;

    public override int Read(long offset, Span<byte> into)
    {
        var count = (int)Math.Clamp(Length - offset, 0, into.Length);
        bytes.AsSpan((int)Math.Min(offset, Length), count).CopyTo(into);
        return count;
    }
}
