using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;
using PublicKey = SupplyChainAnalyzers.Scanner.Signatures.Keys.PublicKey;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Signatures over one file, as cosign has written them over the years.</summary>
public sealed class OtherFormsTests : IDisposable
{
    private static readonly byte[] Digest = SHA256.HashData([1, 2, 3]);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}\n")]
    [InlineData("{{ \"base64Signature\": \"{0}\" }}")]
    [InlineData("{{ \"base64Signature\": \"{0}\", \"cert\": \"{1}\" }}")]
    [InlineData("{{ \"mediaType\": \"application/vnd.dev.sigstore.bundle.v0.3+json\", \"verificationMaterial\": {{ \"publicKey\": {{ \"hint\": \"x\" }} }}, \"messageSignature\": {{ \"signature\": \"{0}\" }} }}")]
    public void Signature_by_key_is_read_and_belongs_to_its_file(string form)
    {
        var signature = _key.SignHash(Digest, DSASignatureFormat.Rfc3279DerSequence);
        var bundle = OtherForms.Read(Encoding.ASCII.GetBytes(string.Format(
            System.Globalization.CultureInfo.InvariantCulture, form, Convert.ToBase64String(signature), Convert.ToBase64String(Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem())))));
        var trust = new KeyTrust(PublicKey.FromSpki(_key.ExportSubjectPublicKeyInfo()), comparesHint: false);
        Assert.Equal("key", trust.Verify(bundle, Digest, legacy: false, []).Method);
        Assert.Equal(SignatureFault.Invalid, Assert.Throws<SignatureException>(() => trust.Verify(bundle, SHA256.HashData([4]), legacy: false, [])).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64!")]
    [InlineData("{}")]
    [InlineData("{ \"base64Signature\": 1 }")]
    [InlineData("{ \"base64Signature\": \"AAAA\", \"rekorBundle\": { \"SignedEntryTimestamp\": \"AAAA\", \"Payload\": {} } }")]
    [InlineData("{ \"payloadType\": \"x\", \"payload\": \"AAAA\", \"signatures\": [] }")]
    public void What_is_no_signature_is_refused(string text) =>
        Assert.Equal(SignatureFault.Malformed, Assert.Throws<SignatureException>(() => OtherForms.Read(Encoding.ASCII.GetBytes(text))).Fault);
}
