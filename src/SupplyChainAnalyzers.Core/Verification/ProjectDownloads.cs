namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>SCA1062 for all downloads of a project, decided by the policy.</summary>
public static class ProjectDownloads
{
    /// <summary>Never throws but for <see cref="OperationCanceledException"/>. Without a lock no download is declared.</summary>
    /// <param name="request">Lock and policy.</param>
    /// <param name="calls">From <see cref="DownloadFileReader"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static VerificationResult Check(VerificationRequest request, IReadOnlyList<DownloadFileCall> calls, CancellationToken cancellationToken = default) =>
        VerificationSession.Run(request with { CacheDirectory = null }, "", run => Check(run, calls), cancellationToken, isLockOptional: true);

    private static void Check(VerificationRun run, IReadOnlyList<DownloadFileCall> calls)
    {
        foreach (var call in calls)
        {
            if (DownloadFileRule.Check(call, run.Models, run.LockFolder) is { } finding)
                run.Findings.Add(finding);
        }
    }
}
