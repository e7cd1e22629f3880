using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// Compares size and digest. A file of the wrong size is not read, unless its size is that of another declared file: then
/// its digest tells whether it is that one.
/// </summary>
internal static class Contents
{
    /// <summary>Sets digest and format of every open file; closes what is not as declared.</summary>
    public static void Run(VerificationRun run)
    {
        var files = new List<DeclaredFile>();
        var jobs = new List<HashJob>();
        foreach (var file in run.Files)
        {
            if (!file.IsOpen)
                continue;

            if (file.Entry is not { Sha256: not null, Size: { } size } || file.Model.Presence == Presence.Built)
            {
                ReadFormat(run, file);
            }
            else if (file.Size == size || run.Declared.HasSize(file.Size))
            {
                files.Add(file);
                jobs.Add(new HashJob(file.OpenPath, file.Stat));
            }
            else
            {
                run.Report(Differences.Explain(run, file, FileHead.Read(file.OpenPath)));
            }
        }

        var outcomes = Digests.Of(run, jobs);
        for (var i = 0; i < files.Count; i++)
            Compare(run, files[i], outcomes[i]);
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
