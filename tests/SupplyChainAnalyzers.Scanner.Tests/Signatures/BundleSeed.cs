using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>A valid bundle to be damaged.</summary>
/// <param name="name">Its form.</param>
/// <param name="bundle">Its bytes.</param>
/// <param name="trust">Who has signed it.</param>
/// <param name="artifactDigest">What was signed; null where it is a statement.</param>
internal sealed class BundleSeed(string name, byte[] bundle, ISignerTrust trust, byte[]? artifactDigest)
{
    private readonly string _accepted = Verify(bundle, trust, artifactDigest);

    public string Name => name;

    public byte[] Bundle => bundle;

    /// <summary>What is wrong with how a damaged bundle was taken: an exception, or that it was accepted as saying something else. Null when all is well.</summary>
    public string? Fault(byte[] damaged)
    {
        try
        {
            var accepted = Verify(damaged, trust, artifactDigest);
            return accepted == _accepted ? null : "accepted as something else: " + accepted;
        }
        catch (SignatureException)
        {
            return null; // refused, as it should be
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    // Who has signed what. Parts of a bundle that nobody signs (white space, unknown members) may change.
    private static string Verify(byte[] bytes, ISignerTrust trust, byte[]? artifactDigest)
    {
        var bundle = OtherForms.Read(bytes);
        var signer = trust.Verify(bundle, artifactDigest, legacy: false, []);
        if (bundle.Envelope is { } envelope && signer.Method != "sigstore")
            _ = ReadStatement(envelope.Payload);
        return signer.Recorded + " " + (bundle.Envelope is { } signed ? Sha256Hex.Of([.. System.Text.Encoding.UTF8.GetBytes(signed.PayloadType), 0, .. signed.Payload]) : "");
    }

    private static object ReadStatement(byte[] payload)
    {
        var statement = SupplyChainAnalyzers.Scanner.Signatures.InToto.StatementReader.Read(payload);
        return statement.PredicateType == OmsPayloadReader.PredicateType ? OmsPayloadReader.Read(payload, legacy: false) : statement;
    }
}
