using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>Lock, policy and files in; findings out. The one use case, called by task and command line alike.</summary>
public static class ModelVerifier
{
    /// <summary>Never throws but for <see cref="OperationCanceledException"/>: what goes wrong is a finding.</summary>
    public static VerificationResult Verify(VerificationRequest request, CancellationToken cancellationToken = default) =>
        VerificationSession.Run(request, "", Check, cancellationToken);

    // From cheap to dear: names, sizes, bytes. A file that failed one check is not looked at by the next.
    private static void Check(VerificationRun run)
    {
        FolderListing.Run(run);
        Presences.Run(run);
        UndeclaredFiles.Run(run);
        Measures.Run(run);
        Contents.Run(run);
        FormatCheck.Run(run);
    }
}
