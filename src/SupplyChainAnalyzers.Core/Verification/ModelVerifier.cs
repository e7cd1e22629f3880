using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification.Behavior;
using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>Lock, policy and files in; findings out. The one use case, called by task and command line alike.</summary>
public static class ModelVerifier
{
    /// <summary>Never throws but for <see cref="OperationCanceledException"/>: what goes wrong is a finding.</summary>
    public static VerificationResult Verify(VerificationRequest request, CancellationToken cancellationToken = default) =>
        Verify(request, HashCache.Now, cancellationToken);

    /// <summary>With another clock than the wall's, for tests that would have to wait.</summary>
    internal static VerificationResult Verify(VerificationRequest request, Func<long> clock, CancellationToken cancellationToken = default)
    {
        if (!request.Explain && UnchangedLock.Find(request) is { } unchanged)
            return unchanged;

        var started = clock();
        VerificationRun? seen = null;
        var result = VerificationSession.Run(request, "", run => Check(seen = run), cancellationToken);
        UnchangedLock.Remember(request, seen, result, started);
        return result;
    }

    // From cheap to dear: names, sizes, bytes. A file that failed one check is not looked at by the next.
    private static void Check(VerificationRun run)
    {
        FolderListing.Run(run);
        Presences.Run(run);
        UndeclaredFiles.Run(run);
        Measures.Run(run);
        using var contents = new Contents(run);
        using var signatures = run.Request.InspectContent ? new ModelSignatures(run) : null;
        signatures?.AskAhead();
        contents.Run();
        FormatCheck.Run(run);
        if (signatures is null)
            return;

        ProvenanceFacts.Run(run);
        signatures.Run();
        ModelBehaviors.Run(run);
    }
}
