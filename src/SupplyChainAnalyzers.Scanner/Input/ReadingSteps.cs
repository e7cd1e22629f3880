namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>Adds up what several threads read, and tells it in steps, always more: so the protocol wants it.</summary>
internal sealed class ReadingSteps(Action<long> tell)
{
    /// <summary>Seldom enough to cost nothing, often enough for a line that moves.</summary>
    public const long Step = 64L << 20;

    private readonly Lock _lock = new();
    private long _read;

    /// <summary>So many more bytes have been read.</summary>
    public void Add(int bytes)
    {
        lock (_lock)
        {
            var before = _read;
            _read += bytes;
            if (before / Step != _read / Step)
                tell(_read);
        }
    }
}
