namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>Lock, policy and files in; findings out. The one use case, called by task and command line alike.</summary>
public static class ModelVerifier
{
    /// <summary>Never throws but for <see cref="OperationCanceledException"/>: what goes wrong is a finding.</summary>
    public static VerificationResult Verify(VerificationRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new VerificationResult { Findings = [] };
    }
}
