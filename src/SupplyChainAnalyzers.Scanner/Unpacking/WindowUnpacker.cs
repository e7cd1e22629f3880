using SupplyChainAnalyzers.Scanner.Formats;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>A decompressor that works in steps, each of which puts a little into a window.</summary>
internal abstract class WindowUnpacker : Unpacker
{
    private DamagedFileException? _fault;

    /// <summary>What was put out last.</summary>
    protected LzWindow Window { get; init; } = new(0);

    /// <summary>Whether the stream has ended.</summary>
    protected abstract bool IsDone { get; }

    /// <summary>Goes on until the window is full or something else is to be read.</summary>
    protected abstract void Step();

    /// <inheritdoc/>
    protected sealed override int Some(Span<byte> into)
    {
        while (Window.Pending == 0)
        {
            if (_fault is not null)
                throw _fault;
            if (IsDone)
                return 0;

            try
            {
                Step();
            }
            catch (DamagedFileException e)
            {
                _fault = e; // told once all that came out before it was fetched
            }
        }

        return Window.Fetch(into);
    }
}
