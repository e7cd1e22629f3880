namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>Not packed at all.</summary>
internal sealed class CopyUnpacker(ByteFeed feed) : Unpacker
{
    public override long Position => feed.Position;

    protected override int Some(Span<byte> into)
    {
        var count = (int)Math.Min(into.Length, feed.End - feed.Position);
        feed.Read(into[..count]);
        return count;
    }
}
