using System.Security.Cryptography;
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
    public void Link_is_not_signed()
    {
        if (OperatingSystem.IsWindows())
            return; // links need a right there

        File.CreateSymbolicLink(_folder.Full("m/link"), "config.json");
        Assert.Contains("is a link", _folder.Run("sign", "m", "--key", "k.pem").Ended(2).Error, StringComparison.Ordinal);
    }

    private CliResult Verify() => _folder.Run("verify-signature", "m", "--bundle", "m/model.sig", "--method", "key", "--key", "k.pub");
}
