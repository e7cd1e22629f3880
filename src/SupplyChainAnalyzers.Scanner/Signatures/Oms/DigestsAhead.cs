namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>
/// Digests of a model's files, each computed once and begun before anybody asks: reading takes the longest of all. Who asks for a file
/// waits for that one only, and computes it himself where nobody has begun.
/// </summary>
internal sealed class DigestsAhead : IDisposable
{
    // Two threads each, of which a process of little memory bears few.
    private const int MostWorkers = 4;
    private const int StackSize = 1 << 20;

    private readonly Dictionary<string, Lazy<byte[]>> _digests = new(StringComparer.Ordinal);
    private readonly Lazy<byte[]>[] _order;
    private readonly Thread[] _workers;
    private readonly CancellationTokenSource _stop = new();
    private int _next = -1;

    /// <param name="files">What will probably be asked for.</param>
    /// <param name="hash">Reads one by its path, until cancelled.</param>
    public DigestsAhead(IEnumerable<ModelItem> files, Func<string, CancellationToken, byte[]> hash)
    {
        // The largest first: none is left running alone at the end.
        _order = [.. files.OrderByDescending(static file => file.Size).Select(file => _digests[file.Path] = new(() => hash(file.Path, _stop.Token)))];
        var count = Math.Min(_order.Length, Math.Min(Environment.ProcessorCount, MostWorkers));
        _workers = [.. Enumerable.Range(0, count).Select(_ => new Thread(Work, StackSize) { IsBackground = true, Name = "Hashing" })];
        foreach (var worker in _workers)
            worker.Start();
    }

    /// <summary>The digest, waited for; null where this file was not begun, or the reading was ended.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Not ours to read.</exception>
    public byte[]? Take(string path) => !_stop.IsCancellationRequested && _digests.TryGetValue(path, out var digest) ? digest.Value : null;

    /// <summary>Ends the reading: other digests are wanted. For the thread that calls <see cref="Take"/>.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Ends the reading; no thread and no open file is left.</summary>
    public void Dispose()
    {
        Stop();
        foreach (var worker in _workers)
            worker.Join();
        _stop.Dispose();
    }

    private void Work()
    {
        while (Interlocked.Increment(ref _next) is var next && next < _order.Length)
        {
            try
            {
                _ = _order[next].Value;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Kept for whoever asks for this file.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
