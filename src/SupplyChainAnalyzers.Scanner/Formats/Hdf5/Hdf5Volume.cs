using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// An HDF5 file seen through its superblock: how wide its addresses and lengths are, where they count from. Every step of a
/// reader is counted here: structures may point anywhere, also back, and each pointer costs.
/// </summary>
/// <param name="Source">The whole file, user block included.</param>
/// <param name="Base">Byte the addresses count from: where the superblock stands.</param>
/// <param name="OffsetSize">Bytes of an address: 2, 4 or 8.</param>
/// <param name="LengthSize">Bytes of a length: 2, 4 or 8.</param>
internal sealed record Hdf5Volume(ByteSource Source, long Base, int OffsetSize, int LengthSize)
{
    private const int MaxSteps = 8_000_000; // the largest Keras models have some ten thousand objects with a dozen messages each

    private int _steps;

    /// <summary>One more node, entry or message.</summary>
    /// <exception cref="LimitExceededException">Too many.</exception>
    public void Step()
    {
        if (++_steps > MaxSteps)
            throw new LimitExceededException("its structure takes more steps to walk than any model's");
    }

    /// <summary>Reads from a place up to the end of the file.</summary>
    public Hdf5Cursor At(long place, string what) => new(this, place, Source.Length, what);

    /// <summary>Reads from a place and no further than <paramref name="size"/> bytes.</summary>
    /// <exception cref="DamagedFileException">The file ends before.</exception>
    public Hdf5Cursor At(long place, long size, string what) => place >= 0 && size >= 0 && place <= Source.Length - size
        ? new(this, place, place + size, what)
        : throw new DamagedFileException($"the file ends within {what}", Math.Clamp(place, 0, Source.Length));

    /// <summary>From an address as stored to a place in the file; null for "undefined", which is all ones.</summary>
    public long? Place(ulong address)
    {
        if (address == ulong.MaxValue >> (64 - (8 * OffsetSize)))
            return null;

        return address <= (ulong)(Source.Length - Base) ? Base + (long)address : throw new DamagedFileException("an address in it points behind its end", Source.Length);
    }
}
