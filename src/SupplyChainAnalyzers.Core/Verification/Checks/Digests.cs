using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>Hashes files, with the cache where there is one, and counts.</summary>
internal static class Digests
{
    /// <summary>One outcome for each job, in their order.</summary>
    public static HashOutcome[] Of(VerificationRun run, List<HashJob> jobs)
    {
        var outcomes = Of(run, jobs, run.Cancellation);
        Count(run, outcomes);
        return outcomes;
    }

    /// <summary>Without counting: for a thread beside that of the run.</summary>
    public static HashOutcome[] Of(VerificationRun run, List<HashJob> jobs, CancellationToken cancellation) =>
        jobs.Count == 0 ? [] : FileHasher.HashAll(jobs, run.Cache, run.Request.Progress, cancellation);

    /// <summary>Adds to what the run says of itself.</summary>
    public static void Count(VerificationRun run, HashOutcome[] outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.Status != HashStatus.Hashed)
                continue;

            if (outcome.FromCache)
            {
                run.Cached++;
            }
            else
            {
                run.Hashed++;
                run.BytesHashed += outcome.Size;
            }
        }
    }
}
