using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>A decompressor of the Lempel-Ziv family: works in steps, each of which puts a little into a window.</summary>
internal abstract class WindowUnpacker : Unpacker
{
    private DamagedFileException? _damage;

    /// <summary>What was put out last.</summary>
    protected LzWindow Window { get; init; } = new(0);

    /// <summary>Whether the stream has ended.</summary>
    protected abstract bool IsDone { get; }

    /// <summary>Goes on until the window is full or something else is to be read.</summary>
    protected abstract void Step();

    /// <inheritdoc/>
    public sealed override int Read(Span<byte> into)
    {
        var done = Window.Fetch(into);
        while (done < into.Length && _damage is null && !IsDone)
        {
            try
            {
                Step();
            }
            catch (DamagedFileException e)
            {
                _damage = e; // told once all that came out before it was fetched
            }

            done += Window.Fetch(into[done..]);
        }

        return done == 0 && into.Length > 0 && _damage is not null ? throw _damage : done;
    }
}
