using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>
/// Spreads files over processes. After a fault the file that was at work is asked for once more, alone, behind all
/// others: alone it can harm nobody, and a fault that was not its own does not come back.
/// </summary>
internal sealed class ScanRun(IReadOnlyList<ScanFile> files, ScannerOptions options, ScannerWork work, int maxFaults, CancellationToken cancellationToken)
{
    private readonly ScanResult?[] _results = new ScanResult?[files.Count];
    private readonly Deadline _deadline = new(options, files);
    private int _faults;
    private string? _unavailable;

    public IReadOnlyList<ScanResult> Results()
    {
        var pending = Enumerable.Range(0, files.Count).ToList();
        var suspects = new List<int>();
        while (pending.Count > 0)
        {
            var batch = FirstBatch(pending);
            pending.RemoveRange(0, batch.Count);
            var again = Ask(batch, suspects);
            pending.InsertRange(0, again);
        }

        foreach (var suspect in suspects)
            Ask([suspect], suspects: null);

        return _results!;
    }

    // The files of the batch that are still to be asked for.
    private List<int> Ask(List<int> batch, List<int>? suspects)
    {
        if (_unavailable is not null)
            return Set(batch, file => ScanResults.Unavailable(file, _unavailable));
        if (_faults > maxFaults || _deadline.IsOver)
            return Fail(batch, _faults > maxFaults ? "it failed on too many other files before" : "there was no time left for this file");

        var outcome = new ScannerProcess(options, work, [.. batch.Select(index => files[index])], _deadline).Run(cancellationToken);
        for (var i = 0; i < outcome.Results.Count; i++)
            _results[batch[i]] = outcome.Results[i];

        batch.RemoveRange(0, outcome.Results.Count);
        switch (outcome.Fault)
        {
            case ScannerFault.None:
                return [];
            case ScannerFault.Unavailable:
                _unavailable = outcome.Message;
                return batch;
            case ScannerFault.NotStarted:
                return Set(batch, file => ScanResults.NotStarted(file, outcome.Message, outcome.LastWords?.Shown() ?? ""));
        }

        _faults++;
        var suspect = batch[outcome.Reached - outcome.Results.Count];
        batch.Remove(suspect);
        if (suspects is null || outcome.Fault == ScannerFault.TimedOut)
            Fail([suspect], outcome.Message, outcome.LastWords);
        else
            suspects.Add(suspect);

        return batch;
    }

    private List<int> Fail(List<int> indexes, string fault, LastWords? lastWords = null)
    {
        var words = lastWords?.Shown() ?? "";
        return Set(indexes, file => ScanResults.Failed(file, fault, words));
    }

    private List<int> Set(List<int> indexes, Func<ScanFile, ScanResult> result)
    {
        foreach (var index in indexes)
            _results[index] = result(files[index]);
        return [];
    }

    private List<int> FirstBatch(List<int> pending)
    {
        var (count, characters) = (0, 0L);
        while (count < pending.Count && count < Wire.MaxFiles)
        {
            characters += files[pending[count]].Path.Length;
            if (characters > Wire.MaxPathCharacters && count > 0)
                break;
            count++;
        }

        return pending.GetRange(0, count);
    }
}
