using SupplyChainAnalyzers.Scanner.Signatures.Bundles;

namespace SupplyChainAnalyzers.Scanner.Signatures.Trust;

/// <summary>Several who are trusted: one of them has to have signed. When none has, the one who came nearest says why.</summary>
/// <param name="trusts">At least one.</param>
internal sealed class AnyTrust(IReadOnlyList<ISignerTrust> trusts) : ISignerTrust
{
    // From "not meant at all" to "meant, and wrong".
    private static readonly SignatureFault[] Nearness =
    [
        SignatureFault.WrongMethod, SignatureFault.Configuration, SignatureFault.Untrusted, SignatureFault.WrongIdentity, SignatureFault.NotLogged, SignatureFault.Expired,
        SignatureFault.Malformed, SignatureFault.Provenance, SignatureFault.ContentDiffers, SignatureFault.Invalid,
    ];

    public VerifiedSigner Verify(SigstoreBundle bundle, byte[]? artifactDigest, bool legacy, List<string> notes)
    {
        SignatureException? nearest = null;
        foreach (var trust in trusts)
        {
            var own = new List<string>();
            try
            {
                var signer = trust.Verify(bundle, artifactDigest, legacy, own);
                notes.AddRange(own);
                return signer;
            }
            catch (SignatureException e)
            {
                if (nearest is null || Array.IndexOf(Nearness, e.Fault) > Array.IndexOf(Nearness, nearest.Fault))
                    nearest = e;
            }
        }

        throw nearest!;
    }
}
