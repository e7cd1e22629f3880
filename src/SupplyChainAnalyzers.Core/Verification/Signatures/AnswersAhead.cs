using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Signatures;

namespace SupplyChainAnalyzers.Core.Verification.Signatures;

/// <summary>
/// Answers to questions that are expected: the scanner starts and verifies while this process still hashes. An answer is given out for
/// exactly the key it was asked under, which stands for all it depends on: a digest that comes out different has another one.
/// </summary>
internal sealed class AnswersAhead(CancellationToken cancellation) : IDisposable
{
    private readonly Dictionary<string, Task<ScanResult>> _answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private Task<ScanResult>? _last;

    /// <summary>Asks without waiting; one process after the other, as many as there are questions.</summary>
    public void Ask(string key, SignatureQuestion question, ScannerOptions options)
    {
        // Threads of their own: a build's pool is busy with other things.
        var (stop, scheduler) = (_stop.Token, TaskScheduler.Default);
        _last = _last is null
            ? Task.Factory.StartNew(() => SignatureWork.Ask(question, options, stop), stop, TaskCreationOptions.LongRunning, scheduler)
            : _last.ContinueWith(_ => SignatureWork.Ask(question, options, stop), stop, TaskContinuationOptions.LongRunning, scheduler);
        _answers[key] = _last;
    }

    /// <summary>The answer, waited for; null when nothing was asked under this key.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ScanResult? Take(string? key) => key is not null && _answers.TryGetValue(key, out var answer) ? answer.GetAwaiter().GetResult() : null;

    /// <summary>Ends the process of an answer that nobody wants, and waits for its end.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        try
        {
            Task.WaitAll([.. _answers.Values]);
        }
        catch (AggregateException)
        {
            // Cancelled, as it should be: whoever wanted the answer has got its exception.
        }

        _stop.Dispose();
    }
}
