namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>Undoes xz's and 7z's delta filter: each byte is the difference to the one some places before.</summary>
internal sealed class DeltaUnpacker(Unpacker inner, int distance) : Unpacker
{
    private readonly byte[] _history = new byte[256];
    private byte _place;

    public override long Position => inner.Position;

    protected override int Some(Span<byte> into)
    {
        var count = inner.Read(into);
        foreach (ref var value in into[..count])
        {
            value += _history[(byte)(_place - distance)];
            _history[_place++] = value;
        }

        return count;
    }
}
