using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>Signing, and verifying with the real, confined scanner: nothing but the model and the signature can be reached by it.</summary>
public sealed class SignatureCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SignatureCommandTests() => _folder
        .Write("k.pem", Encoding.ASCII.GetBytes(_key.ExportECPrivateKeyPem()))
        .Write("k.pub", Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem()))
        .Write("m/config.json", "{}"u8.ToArray())
        .Write("m/sub/w.bin", [1, 2, 3]);

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_was_signed_is_valid()
    {
        Assert.StartsWith("2 file(s) signed in m/model.sig", _folder.Run("sign", "m", "--key", "k.pem").Ended(0).Out, StringComparison.Ordinal);
        var lines = Verify().Ended(0).Out.TrimEnd('\n').Split('\n');
        Assert.Equal("m/model.sig: valid", lines[^1]);
        Assert.Contains("  covers: 2 file(s) by sha256", lines);
    }

    [Fact]
    public void Every_difference_is_told_and_ends_with_1()
    {
        _folder.Run("sign", "m", "--key", "k.pem").Ended(0);
        _folder.Write("m/config.json", "{ }"u8.ToArray()).Write("m/evil.py", [1]);
        var text = Verify().Ended(1).Out;
        Assert.Contains("error SCA5007: 'm/model.sig' covers 'config.json' with other content", text, StringComparison.Ordinal);
        Assert.Contains("error SCA5007: 'm/model.sig' does not cover 'evil.py'", text, StringComparison.Ordinal);
        Assert.EndsWith("m/model.sig: NOT valid\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ignored_path_is_signed_as_such_and_told()
    {
        _folder.Write("m/cache/x", [1]).Run("sign", "m", "--key", "k.pem", "--ignore-path", "cache").Ended(0);
        Assert.Contains("warning SCA5009: 'm/model.sig' does not cover 1 file(s) that lie in the model: cache/x", Verify().Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_key_is_not_trusted()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        _folder.Write("other.pub", Encoding.ASCII.GetBytes(other.ExportSubjectPublicKeyInfoPem())).Run("sign", "m", "--key", "k.pem").Ended(0);
        Assert.Contains("error SCA5003", _folder.Run("verify-signature", "m", "--bundle", "m/model.sig", "--method", "key", "--key", "other.pub").Ended(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_file_is_signed_beside_itself()
    {
        _folder.Run("sign", "m/sub/w.bin", "--key", "k.pem").Ended(0);
        _folder.Run("verify-signature", "m/sub/w.bin", "--bundle", "m/sub/w.bin.sig", "--method", "key", "--key", "k.pub").Ended(0);
    }

    [Theory]
    [InlineData("sign", "m", "--key", "k.pub")]
    [InlineData("sign", "m", "--key", "k.pem", "--chain", "k.pub")]
    [InlineData("sign", "m", "--key", "k.pem", "--ignore-path", "../x")]
    [InlineData("sign", "gone", "--key", "k.pem")]
    [InlineData("verify-signature", "m", "--bundle", "gone.sig", "--method", "key", "--key", "k.pub")]
    [InlineData("verify-signature", "m", "--bundle", "m/config.json", "--method", "key")]
    [InlineData("verify-signature", "m", "--bundle", "m/config.json", "--method", "certificate")]
    [InlineData("verify-signature", "m", "--bundle", "m/config.json", "--method", "sigstore", "--identity", "a")]
    [InlineData("verify-signature", "m", "--bundle", "m/config.json")]
    [InlineData("verify-signature", "m", "--bundle", "m/config.json", "--method", "key", "--key", "m/sub/w.bin")]
    [InlineData("verify-signature", "m", "--bundle", "m/config.json", "--method", "certificate", "--trust", "k.pub")]
    [InlineData("verify-signature", "m", "--bundle", "m/config.json", "--method", "sigstore", "--identity", "a", "--issuer", "b", "--trusted-root", "m/config.json")]
    public void Usage_errors_end_with_2(params string[] arguments) => Assert.NotEmpty(_folder.Run(arguments).Ended(2).Error);

    [Fact]
    public void What_is_no_bundle_is_SCA5002() =>
        Assert.Contains("error SCA5002", _folder.Run("verify-signature", "m", "--bundle", "m/config.json", "--method", "key", "--key", "k.pub").Ended(1).Out, StringComparison.Ordinal);

    [Fact]
    public void Statement_about_files_is_taken_when_asked_for_and_only_then()
    {
        _folder.Write("build.json", Attestation([1, 2, 3]));
        string[] command = ["verify-signature", "m/sub/w.bin", "--bundle", "build.json", "--method", "key", "--key", "k.pub"];
        var lines = _folder.Run([.. command, "--attestation"]).Ended(0).Out.TrimEnd('\n').Split('\n');
        Assert.Contains("  statement: https://slsa.dev/provenance/v1", lines);
        Assert.Contains("  built by: https://example.com/builder", lines);
        Assert.Equal("build.json: valid", lines[^1]);
        Assert.Contains("error SCA5002", _folder.Run(command).Ended(1).Out, StringComparison.Ordinal);

        _folder.Write("m/sub/w.bin", [3, 2, 1]);
        Assert.Contains("error SCA5014: 'build.json' is not about 'w.bin'", _folder.Run([.. command, "--attestation"]).Ended(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Expired_certificate_is_taken_with_a_stamp_only_and_a_file_that_names_no_authority_ends_with_2()
    {
        using var root = Certificate();
        _folder.Write("root.pem", Encoding.ASCII.GetBytes(root.ExportCertificatePem()));
        _folder.Run("sign", "m", "--key", "k.pem", "--certificate", "root.pem").Ended(0);
        string[] command = ["verify-signature", "m", "--bundle", "m/model.sig", "--method", "certificate", "--trust", "root.pem"];
        Assert.Contains("error SCA5005: 'm/model.sig' has a certificate that is valid from", _folder.Run(command).Ended(1).Out, StringComparison.Ordinal);
        _folder.Run([.. command, "--certificate-time", "not-before"]).Ended(0);
        _folder.Run([.. command, "--timestamp-trust", "root.pem"]).Ended(1);
        _folder.Run([.. command, "--timestamp-trust", "k.pub"]).Ended(2);
    }

    [Fact]
    public void Link_is_not_signed()
    {
        if (OperatingSystem.IsWindows())
            return; // links need a right there

        File.CreateSymbolicLink(_folder.Full("m/link"), "config.json");
        Assert.Contains("is a link", _folder.Run("sign", "m", "--key", "k.pem").Ended(2).Error, StringComparison.Ordinal);
    }

    private X509Certificate2 Certificate()
    {
        var request = new CertificateRequest("CN=us", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(-2));
    }

    // An envelope without a bundle around it, as builders write one a line.
    private byte[] Attestation(byte[] file)
    {
        const string type = "application/vnd.in-toto+json";
        var statement = Encoding.UTF8.GetBytes($$"""
            { "_type": "https://in-toto.io/Statement/v1", "subject": [ { "name": "w.bin", "digest": { "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(file))}}" } } ], "predicateType": "https://slsa.dev/provenance/v1",
              "predicate": { "buildDefinition": { "buildType": "https://example.com/type", "externalParameters": {} }, "runDetails": { "builder": { "id": "https://example.com/builder" } } } }
            """);
        byte[] signed = [.. Encoding.UTF8.GetBytes(FormattableString.Invariant($"DSSEv1 {type.Length} {type} {statement.Length} ")), .. statement];
        var signature = _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Encoding.UTF8.GetBytes($$"""{ "payload": "{{Convert.ToBase64String(statement)}}", "payloadType": "{{type}}", "signatures": [ { "sig": "{{Convert.ToBase64String(signature)}}" } ] }""");
    }

    private CliResult Verify() => _folder.Run("verify-signature", "m", "--bundle", "m/model.sig", "--method", "key", "--key", "k.pub");
}
