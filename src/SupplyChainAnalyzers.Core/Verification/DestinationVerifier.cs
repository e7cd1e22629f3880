using SupplyChainAnalyzers.Core.Verification.Shipping;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>
/// What was verified is what ships: hashes declared files again where a build has put them. SCA2121: other bytes.
/// SCA2122: not to be found, or hidden. SCA2120: a package holds a model that nothing declares.
/// </summary>
public static class DestinationVerifier
{
    /// <summary>Hashes each copy whose source is a declared file. Never throws but for <see cref="OperationCanceledException"/>.</summary>
    /// <param name="request">Lock, policy and cache; its scope does not matter here.</param>
    /// <param name="copies">What was copied; sources that are not declared are passed over.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static VerificationResult Verify(VerificationRequest request, IReadOnlyList<ShippedCopy> copies, CancellationToken cancellationToken = default) =>
        VerificationSession.Run(request, "copies ", run => CopiedFiles.Check(run, copies), cancellationToken, isLockOptional: true);

    /// <summary>Hashes the entries of a package. Never throws but for <see cref="OperationCanceledException"/>.</summary>
    /// <param name="request">Lock and policy; its scope does not matter here.</param>
    /// <param name="package">The package.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static VerificationResult VerifyPackage(VerificationRequest request, ShippedPackage package, CancellationToken cancellationToken = default) =>
        VerificationSession.Run(request with { CacheDirectory = null }, "", run => PackedFiles.Check(run, package), cancellationToken, isLockOptional: true);
}
