using System.Runtime.ExceptionServices;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>The reading and hashing of one <see cref="FileHasher.HashAll"/>: workers that take the next file from one list.</summary>
internal sealed class HashRun(List<HashWork> work, HashOutcome[] outcomes, HashCache? cache, Action<long, long>? progress, CancellationToken cancellationToken)
{
    // Each worker holds the blocks of a BlockReader, so eight of them 18 MiB at most, whatever the machine. More workers than this wait for
    // memory and disk anyway.
    private const int MostWorkers = 8;

    private readonly long _total = work.Sum(static file => file.Size);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private int _next = -1;
    private long _done;

    public void Run()
    {
        using (_stop)
        {
            // Threads of their own: a build's pool is busy with other things, and waiting in it can starve it. This one works too.
            var helpers = new Task[Math.Min(Math.Min(Environment.ProcessorCount, MostWorkers), work.Count) - 1];
            for (var i = 0; i < helpers.Length; i++)
                helpers[i] = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

            try
            {
                Work();
            }
            finally
            {
                WaitFor(helpers);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private static void WaitFor(Task[] helpers)
    {
        try
        {
            Task.WaitAll(helpers);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Capture(exception.InnerExceptions[0]).Throw();
        }
    }

    private void Work()
    {
        try
        {
            var blocks = new BlockReader(work[0].Size);
            while (!_stop.IsCancellationRequested)
            {
                var next = Interlocked.Increment(ref _next);
                if (next >= work.Count)
                    return;

                outcomes[work[next].Index] = FileDigest.Of(work[next].Path, blocks, cache, Advance, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Run says so, if it was the caller's token.
        }
        catch
        {
            // Only a progress callback that throws gets here: the others need not go on.
            _stop.Cancel();
            throw;
        }
    }

    private void Advance(int bytes)
    {
        var done = Interlocked.Add(ref _done, bytes);
        progress?.Invoke(done, Math.Max(done, _total));
    }
}
