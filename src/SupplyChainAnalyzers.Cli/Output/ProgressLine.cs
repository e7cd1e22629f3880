using System.Diagnostics;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>One line on standard error that is rewritten while files are read. Silent when nobody is looking.</summary>
internal sealed class ProgressLine(CommandHost host, string verb) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private const string Erase = "\r\u001b[K";

    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = Interval;
    private bool _shown;

    /// <summary>To be called with bytes done and bytes in all; null when there is nobody to show it to.</summary>
    public Action<long, long>? Report => host.HasProgress ? Show : null;

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_shown)
                host.Error.Write(Erase);
            _next = TimeSpan.MaxValue;
        }
    }

    /// <summary>Shows how far the work is; seldom enough to be called for every file.</summary>
    public void Show(string state)
    {
        if (!host.HasProgress)
            return;

        lock (_lock)
        {
            if (_watch.Elapsed < _next)
                return;

            _next = _watch.Elapsed + Interval;
            _shown = true;
            host.Error.Write($"{Erase}{verb} {state}");
        }
    }

    private void Show(long done, long total)
    {
        if (total > 0)
            Show($"{100 * done / total} % of {ByteCount.Of(total)}");
    }
}
