using SupplyChainAnalyzers.Core.Signing;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>
/// Verifies a model signature (OpenSSF Model Signing 1.0): bundle, who signed, signature, and only then what the statement says
/// and whether the model is that.
/// </summary>
internal static class OmsVerifier
{
    /// <param name="bundle">The bundle.</param>
    /// <param name="trust">Method and signer that are trusted.</param>
    /// <param name="model">The model; listed, not yet read.</param>
    /// <param name="options">What the verifier allows.</param>
    /// <exception cref="SignatureException">The signature is not to be trusted.</exception>
    public static OmsResult Verify(SigstoreBundle bundle, ISignerTrust trust, IModelContent model, OmsOptions options)
    {
        var (signer, manifest, notes) = VerifyStatement(bundle, trust, options);
        foreach (var path in manifest.IgnoredPaths.Concat(options.IgnoredPaths))
        {
            // What would leave out the whole model leaves out nothing, but says something about who wrote it.
            if (path.Trim('/') is "" or "." or ".." || path.StartsWith("../", StringComparison.Ordinal))
                throw ProtoJson.Malformed($"it ignores '{Printable.Of(path)}', which is the whole model or lies outside it");
        }

        var comparison = new OmsComparison(manifest, model, options);
        var differences = comparison.Run();
        return new OmsResult(signer, manifest, differences, comparison.Unverified, notes);
    }

    /// <summary>All but the comparison with a model.</summary>
    /// <exception cref="SignatureException">The signature is not to be trusted.</exception>
    public static (VerifiedSigner Signer, OmsManifest Manifest, List<string> Notes) VerifyStatement(SigstoreBundle bundle, ISignerTrust trust, OmsOptions options)
    {
        if (bundle.IsBare)
            throw ProtoJson.Malformed("it is an envelope without a bundle around it");
        if (bundle.Envelope is not { } envelope)
            throw ProtoJson.Malformed("it signs a file, not a model: it has no dsseEnvelope");
        if (envelope.PayloadType != PreAuthenticationEncoding.InToto)
            throw ProtoJson.Malformed($"its payload is of type '{Printable.Of(envelope.PayloadType)}', not {PreAuthenticationEncoding.InToto}");

        var notes = new List<string>();
        var signer = trust.Verify(bundle, null, options.AllowLegacy, notes);
        return (signer, OmsPayloadReader.Read(envelope.Payload, options.AllowLegacy), notes);
    }
}
