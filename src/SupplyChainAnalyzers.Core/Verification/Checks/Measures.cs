using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>Asks the system once for each file: what it is, how long it is, whether it is a link. SCA2112: it is no file.</summary>
internal static class Measures
{
    /// <summary>Sets <see cref="DeclaredFile.Stat"/> of every open file; closes what is none.</summary>
    public static void Run(VerificationRun run)
    {
        foreach (var file in run.Files)
        {
            if (file.IsOpen)
                Measure(run, file);
        }
    }

    private static void Measure(VerificationRun run, DeclaredFile file)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        run.Looked++;
        var stat = FileStat.Of(file.FullPath);

        // What was found without being listed lies behind a link to a folder, mostly.
        if (stat.IsLink || !file.IsListed)
        {
            if (!Links.Follow(run, file))
                return;

            stat = FileStat.Of(file.OpenPath);
        }

        file.Stat = stat;
        if (stat.Kind != FileKind.File)
            run.Report(file.Unreadable(stat.Kind, stat.Reason));
    }
}
