using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// Compares size and digest. A file of the wrong size is not read, unless its size is that of another declared file: then
/// its digest tells whether it is that one.
/// </summary>
/// <remarks>Reading takes the longest of all: it begins as soon as it is known what to read, and others do theirs meanwhile.</remarks>
internal sealed class Contents : IDisposable
{
    private readonly VerificationRun _run;
    private readonly List<DeclaredFile> _files = [];
    private readonly CancellationTokenSource _cancellation;
    private readonly Task<HashOutcome[]> _hashing;

    /// <summary>Begins to hash every open file of a right size; of the others says what they are instead.</summary>
    public Contents(VerificationRun run)
    {
        _run = run;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(run.Cancellation);
        var jobs = Jobs();
        _hashing = Task.Factory.StartNew(() => Digests.Of(run, jobs, _cancellation.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>When all is hashed, sets digest and format of every open file; closes what is not as declared.</summary>
    public void Run()
    {
        var outcomes = _hashing.GetAwaiter().GetResult();
        Digests.Count(_run, outcomes);
        for (var i = 0; i < _files.Count; i++)
            Compare(_run, _files[i], outcomes[i]);
    }

    /// <summary>Ends the reading, if nobody waited for it, and leaves no file open.</summary>
    public void Dispose()
    {
        _cancellation.Cancel();
        Task.WhenAny(_hashing).GetAwaiter().GetResult();
        _ = _hashing.Exception; // seen: something else ended the check, and is told
        _cancellation.Dispose();
    }

    private List<HashJob> Jobs()
    {
        var jobs = new List<HashJob>();
        foreach (var file in _run.Files)
        {
            if (!file.IsOpen)
                continue;

            if (file.Entry is not { Sha256: not null, Size: { } size } || file.Model.Presence == Presence.Built)
            {
                ReadFormat(_run, file);
            }
            else if (file.Size == size || _run.Declared.HasSize(file.Size))
            {
                _files.Add(file);
                jobs.Add(new HashJob(file.OpenPath, file.Stat));
            }
            else
            {
                _run.Report(Differences.Explain(_run, file, FileHead.Read(file.OpenPath)));
            }
        }

        return jobs;
    }

    // Nobody can say beforehand which bytes: what they are is all there is to check.
    private static void ReadFormat(VerificationRun run, DeclaredFile file)
    {
        if (FileHead.Read(file.OpenPath) is { } head)
            file.Format = head.Format;
        else
            run.Report(file.Unreadable(FileKind.Unreadable, "it cannot be opened"));
    }

    private static void Compare(VerificationRun run, DeclaredFile file, HashOutcome outcome)
    {
        switch (outcome.Status)
        {
            case HashStatus.Hashed when outcome.Sha256 == file.Entry.Sha256:
                file.Sha256 = outcome.Sha256;
                file.Format = outcome.Format;
                break;
            case HashStatus.Hashed:
                file.Sha256 = outcome.Sha256;
                run.Report(Differences.Explain(run, file, FileHead.Read(file.OpenPath)));
                break;
            case HashStatus.Missing:
                run.Report(file.Missing());
                break;
            case HashStatus.Changing:
                run.Report(file.Fault(Rules.FileChanging, file.Entry.Region, $"{file.Name} changed while it was verified; let the writer finish, then build again"));
                break;
            default:
                run.Report(file.Unreadable(FileKind.Unreadable, outcome.Reason));
                break;
        }
    }
}
