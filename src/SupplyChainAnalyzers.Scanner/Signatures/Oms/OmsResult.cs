namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>What came out: who signed, whether the model is the signed one, and what nobody vouches for.</summary>
/// <param name="Signer">Who signed; the signature itself is valid.</param>
/// <param name="Manifest">What was signed.</param>
/// <param name="Differences">Empty when the model is the signed one.</param>
/// <param name="Unverified">Files beside it that the signature does not cover.</param>
/// <param name="Notes">What people should know, to go on after the bundle's name.</param>
internal sealed record OmsResult(
    VerifiedSigner Signer, OmsManifest Manifest, IReadOnlyList<OmsDifference> Differences, IReadOnlyList<string> Unverified, IReadOnlyList<string> Notes)
{
    public bool IsValid => Differences.Count == 0;
}
