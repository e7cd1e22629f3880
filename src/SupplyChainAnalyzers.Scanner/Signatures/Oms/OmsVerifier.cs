using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Dsse;

namespace SupplyChainAnalyzers.Scanner.Signatures.Oms;

/// <summary>
/// Verifies a model signature (OpenSSF Model Signing 1.0): bundle, who signed, signature, and only then what the statement says
/// and whether the model is that.
/// </summary>
internal static class OmsVerifier
{
    private const int ShownPaths = 5;

    /// <param name="bundleBytes">The bundle.</param>
    /// <param name="trust">Method and signer that are trusted.</param>
    /// <param name="model">The model; listed, not yet read.</param>
    /// <param name="options">What the verifier allows.</param>
    /// <exception cref="SignatureException">The signature is not to be trusted.</exception>
    public static OmsResult Verify(byte[] bundleBytes, IOmsTrust trust, IModelContent model, OmsOptions options)
    {
        var (signer, manifest, warnings) = VerifyStatement(bundleBytes, trust, options);
        foreach (var path in manifest.IgnoredPaths.Concat(options.IgnoredPaths))
        {
            // What would leave out the whole model leaves out nothing, but says something about who wrote it.
            if (path.Trim('/') is "" or "." or ".." || path.StartsWith("../", StringComparison.Ordinal))
                throw ProtoJson.Malformed($"it ignores '{Printable.Of(path)}', which is the whole model or lies outside it");
        }

        var comparison = new OmsComparison(manifest, model, options);
        var differences = comparison.Run();
        if (comparison.Unverified.Count > 0)
            warnings.Add($"does not cover {comparison.Unverified.Count} file(s) that lie in the model: {string.Join(", ", comparison.Unverified.Take(ShownPaths).Select(static path => Printable.Path(path)))}{(comparison.Unverified.Count > ShownPaths ? " …" : "")}");

        return new OmsResult(signer, manifest, differences, comparison.Unverified, warnings);
    }

    /// <summary>All but the comparison with a model.</summary>
    /// <exception cref="SignatureException">The signature is not to be trusted.</exception>
    public static (VerifiedSigner Signer, OmsManifest Manifest, List<string> Warnings) VerifyStatement(byte[] bundleBytes, IOmsTrust trust, OmsOptions options)
    {
        var bundle = BundleReader.Read(bundleBytes);
        if (bundle.Envelope is not { } envelope)
            throw ProtoJson.Malformed("it signs a file, not a model: it has no dsseEnvelope");
        if (envelope.PayloadType != DsseEnvelope.InToto)
            throw ProtoJson.Malformed($"its payload is of type '{Printable.Of(envelope.PayloadType)}', not {DsseEnvelope.InToto}");

        var warnings = new List<string>();
        var signer = trust.Verify(bundle, options.AllowLegacy, warnings);
        return (signer, OmsPayloadReader.Read(envelope.Payload, options.AllowLegacy), warnings);
    }
}
