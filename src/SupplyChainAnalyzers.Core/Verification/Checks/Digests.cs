using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>Hashes files, with the cache where there is one, and counts.</summary>
internal static class Digests
{
    /// <summary>One outcome for each job, in their order.</summary>
    public static HashOutcome[] Of(VerificationRun run, List<HashJob> jobs)
    {
        if (jobs.Count == 0)
            return [];

        var outcomes = FileHasher.HashAll(jobs, run.Cache, run.Request.Progress, run.Cancellation);
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

        return outcomes;
    }
}
