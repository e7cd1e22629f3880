using System.Collections.Concurrent;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>Has every file of a walk scanned, several processes at once, and keeps no more of them than reports need.</summary>
internal sealed class FileScan(ScannerOptions options, ScanPolicyChoice policy, Action<ScannedFile> done, CancellationToken cancellation)
{
    /// <summary>Each process may take 256 MiB.</summary>
    private const int MaxProcesses = 8;

    /// <summary>The time of one file is limited; that of all together is the user's, who can stop it.</summary>
    public static readonly TimeSpan WholeTimeout = TimeSpan.FromDays(1);

    private readonly ConcurrentQueue<ScannedFile> _files = new();
    private Finding? _isolation;

    /// <summary>SCA0008, when the scanner was not confined; known after <see cref="Run"/>.</summary>
    public Finding? Isolation => _isolation;

    /// <summary>One result for each target, in the ordinal order of their names.</summary>
    /// <exception cref="CommandFailedException">No scanner can run here: nothing is known of any file.</exception>
    /// <exception cref="OperationCanceledException">Stopped; no process is left.</exception>
    public IReadOnlyList<ScannedFile> Run(IEnumerable<ScanTarget> targets)
    {
        var processes = Math.Clamp(Environment.ProcessorCount, 1, MaxProcesses);
        var batches = Partitioner.Create(ScanBatches.Of(targets, processes), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = processes, CancellationToken = cancellation }, Scan);
        }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            throw e.Flatten().InnerExceptions[0];
        }

        return [.. _files.OrderBy(static file => file.Path, StringComparer.Ordinal)];
    }

    private void Scan(IReadOnlyList<ScanTarget> batch)
    {
        var open = batch.Where(static target => target.Problem is null).ToList();
        foreach (var target in batch)
        {
            if (target.Problem is { } problem)
                Add(target, new ScanResult { File = new ScanFile(target.Path), Findings = [problem] });
        }

        var files = open.ConvertAll(static target => new ScanFile(target.Path, Name: target.Name));
        var results = ScannerClient.Scan(files, options with { Timeout = WholeTimeout }, cancellation);
        if (IsolationNote.Of(results) is { } note)
            _isolation = note;

        for (var i = 0; i < results.Count; i++)
        {
            if (results[i].Findings.FirstOrDefault(static finding => finding.Rule == Rules.ScannerUnavailable) is { } unavailable)
                throw new CommandFailedException(Rules.ScannerUnavailable, unavailable.Message);

            Add(open[i], results[i]);
        }
    }

    private void Add(ScanTarget target, ScanResult result)
    {
        var file = policy.Decide(target, result);
        _files.Enqueue(file);
        done(file);
    }
}
