using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// A decompressor that runs forward through hostile bytes. Its memory does not depend on what the stream claims, only on
/// what came out of it so far.
/// </summary>
internal abstract class Unpacker
{
    private DamagedFileException? _damage;

    /// <summary>Where the first byte stands that was not used; meaningful once the end was reached.</summary>
    public abstract long Position { get; }

    /// <summary>Puts out as many bytes as there are; fewer than asked for only at the end, or before a fault.</summary>
    /// <exception cref="DamagedFileException">The stream is not what its format allows; all that came out before it was read.</exception>
    public int Read(Span<byte> into)
    {
        var done = 0;
        while (done < into.Length && _damage is null)
        {
            try
            {
                var count = Some(into[done..]);
                if (count == 0)
                    return done;

                done += count;
            }
            catch (DamagedFileException e)
            {
                _damage = e;
            }
        }

        return done == 0 && _damage is not null ? throw _damage : done;
    }

    /// <summary>Puts out one byte at least; none at the end.</summary>
    protected abstract int Some(Span<byte> into);
}
