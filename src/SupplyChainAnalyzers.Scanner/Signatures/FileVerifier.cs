using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Signatures;

/// <summary>Verifies a signature over the bytes of one file, as <c>cosign sign-blob</c> makes it.</summary>
internal static class FileVerifier
{
    /// <param name="bundle">It has a message signature.</param>
    /// <param name="trust">Method and signer that are trusted.</param>
    /// <param name="model">A model of one file.</param>
    /// <param name="ownPath">The signature, where it lies beside the file.</param>
    /// <param name="notes">Takes what people should know.</param>
    /// <exception cref="SignatureException">The signature is not to be trusted.</exception>
    public static VerifiedSigner Verify(SigstoreBundle bundle, ISignerTrust trust, IModelContent model, string? ownPath, List<string> notes)
    {
        var items = model.Items.Where(item => item.Path != ownPath && !OmsPaths.IsWithin(item.Path, OmsComparison.HubPaths)).ToArray();
        return items is [{ Kind: ModelItemKind.File } file]
            ? trust.Verify(bundle, model.Digest(file.Path, OmsHash.Sha256), legacy: false, notes)
            : throw new SignatureException(SignatureFault.ContentDiffers, $"signs one file, and the model has {items.Length}");
    }
}
