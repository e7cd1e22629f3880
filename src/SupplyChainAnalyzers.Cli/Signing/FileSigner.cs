using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Signing;

/// <summary>A key in a PEM file (PKCS #8 or SEC 1), which only its owner should be able to read.</summary>
internal sealed class FileSigner : IModelSigner, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create();

    /// <param name="keyFile">Absolute path of the private key.</param>
    /// <param name="certificateFile">Absolute path of its certificate; null for a bare key.</param>
    /// <param name="chainFiles">Absolute paths of the certificates above it.</param>
    /// <exception cref="CommandFailedException">A file holds something else.</exception>
    public FileSigner(string keyFile, string? certificateFile, IReadOnlyList<string> chainFiles)
    {
        var pem = File.ReadAllText(keyFile);
        try
        {
            _key.ImportFromPem(pem);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw Refused(keyFile, pem.Contains("ENCRYPTED", StringComparison.Ordinal)
                ? "is encrypted; decrypt it first, such as with: openssl pkcs8 -in KEY -out PLAIN"
                : "holds no ECDSA private key in PEM; make one with: openssl ecparam -name prime256v1 -genkey -noout -out KEY");
        }

        if (_key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value is not ("1.2.840.10045.3.1.7" or "1.3.132.0.34" or "1.3.132.0.35"))
            throw Refused(keyFile, "is on a curve that model signatures do not know; use P-256, P-384 or P-521");

        PublicKey = _key.ExportSubjectPublicKeyInfo();
        if (certificateFile is not null)
            Certificates = [Leaf(certificateFile), .. chainFiles.SelectMany(Read).Select(static certificate => certificate.RawData)];
    }

    /// <inheritdoc/>
    public byte[] PublicKey { get; }

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Certificates { get; } = [];

    /// <inheritdoc/>
    public byte[] Sign(byte[] data)
    {
        var hash = _key.KeySize switch
        {
            256 => HashAlgorithmName.SHA256,
            384 => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA512,
        };
        return _key.SignData(data, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private byte[] Leaf(string file)
    {
        var leaf = Read(file)[0];
        return leaf.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(PublicKey)
            ? leaf.RawData
            : throw Refused(file, "is the certificate of another key; name the one that was issued for the signing key");
    }

    private static X509Certificate2Collection Read(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(File.ReadAllText(file));
        }
        catch (CryptographicException)
        {
            throw Refused(file, "holds a damaged certificate");
        }

        return certificates.Count > 0 ? certificates : throw Refused(file, "holds no certificate in PEM");
    }

    private static CommandFailedException Refused(string file, string reason) => new(Rules.Usage, $"{Printable.Path(file)} {reason}");
}
