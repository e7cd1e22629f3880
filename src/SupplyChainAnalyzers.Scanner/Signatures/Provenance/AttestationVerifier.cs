using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Signing;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.InToto;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Signatures.Provenance;

/// <summary>
/// Verifies statements about a model's files: in-toto attestations, SLSA provenance, GitHub artifact attestations. A file with several of them,
/// one a line, vouches for each file by any one that is signed by somebody trusted, has it as a subject and says what is demanded.
/// </summary>
internal sealed class AttestationVerifier(ISignerTrust trust, AttestationDemand demand)
{
    private const int MaxLines = 1000;

    /// <param name="bytes">Bundles or bare DSSE envelopes, one or one a line.</param>
    /// <param name="model">The files.</param>
    /// <exception cref="SignatureException">It is none, or none that is trusted, or not of these files.</exception>
    public AttestationResult Verify(byte[] bytes, IModelContent model)
    {
        var verified = new List<(VerifiedSigner Signer, Statement Statement, SlsaProvenance? Provenance)>();
        SignatureException? reason = null;
        foreach (var line in Lines(bytes))
        {
            try
            {
                verified.Add(Verify(line));
            }
            catch (SignatureException e)
            {
                reason ??= e;
            }
        }

        if (verified.Count == 0)
            throw reason!;

        var files = demand.Files.Count > 0 ? demand.Files : [.. model.Items.Where(static item => item.Kind == ModelItemKind.File).Select(static item => item.Path)];
        var uncovered = files.Where(file => !verified.Exists(attestation => IsSubject(attestation.Statement, model, file))).ToArray();
        if (uncovered.Length > 0 && reason is not null)
            throw reason;

        var (signer, statement, provenance) = verified[0];
        return new AttestationResult(signer, statement.PredicateType, provenance, files.Count, uncovered);
    }

    private (VerifiedSigner Signer, Statement Statement, SlsaProvenance? Provenance) Verify(byte[] line)
    {
        var bundle = OtherForms.Read(line);
        if (bundle.Envelope is not { } envelope)
            throw ProtoJson.Malformed("it signs a file, and is no statement about one: it has no dsseEnvelope");
        if (envelope.PayloadType != PreAuthenticationEncoding.InToto)
            throw ProtoJson.Malformed($"its payload is of type '{Printable.Of(envelope.PayloadType)}', not {PreAuthenticationEncoding.InToto}");

        var signer = trust.Verify(bundle, artifactDigest: null, legacy: false, []);
        var statement = StatementReader.Read(envelope.Payload);
        if (!demand.IsProvenance)
            return (signer, statement, Told(statement));

        var provenance = SlsaReader.Read(statement);
        ProvenanceCheck.Require(provenance, demand);
        return (signer, statement, provenance);
    }

    // Nobody demands anything of the build: what it says of it is worth showing where it can be read.
    private static SlsaProvenance? Told(Statement statement)
    {
        try
        {
            return SlsaReader.Read(statement);
        }
        catch (SignatureException)
        {
            return null;
        }
    }

    private static bool IsSubject(Statement statement, IModelContent model, string file)
    {
        string digest;
        try
        {
            digest = Hex.Of(model.Digest(file, OmsHash.Sha256));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return statement.Subjects.Any(subject => subject.Digests.TryGetValue("sha256", out var sha256) && sha256 == digest);
    }

    // JSON in one line each, or one JSON in as many lines as it likes.
    private static List<byte[]> Lines(byte[] bytes)
    {
        var lines = new List<byte[]>();
        foreach (var range in bytes.AsSpan().Split((byte)'\n'))
        {
            var line = bytes.AsSpan(range).Trim(" \t\r"u8);
            if (line.Length == 0)
                continue;
            if (line[0] != '{' || line[^1] != '}')
                return [bytes];

            lines.Add(line.ToArray());
            if (lines.Count > MaxLines)
                throw ProtoJson.Malformed($"it holds more than {MaxLines} attestations");
        }

        return lines.Count > 0 ? lines : [bytes];
    }
}
