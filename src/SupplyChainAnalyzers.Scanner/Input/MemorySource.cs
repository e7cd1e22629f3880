namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>Bytes in memory.</summary>
internal sealed class MemorySource(byte[] bytes) : ByteSource
{
    public override long Length => bytes.Length;

    public override int Read(long offset, Span<byte> into)
    {
        if (offset < 0 || offset >= Length)
            return 0;

        var count = (int)Math.Min(Length - offset, into.Length);
        bytes.AsSpan((int)offset, count).CopyTo(into);
        return count;
    }
}
