using System.Security.Cryptography;
using System.Text;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>What <c>models lock</c> writes down of a signature, and what <c>models verify</c> makes of it, with the real scanner.</summary>
public sealed class LockedSignerTests : IDisposable
{
    private const string Policy = """{ "policyVersion": 1, "signatures": { "require": "always", "trusted": { "us": { "for": ["pkg:generic/m"], "method": "key", "keys": ["k.pub", "other.pub"] } } } }""";

    private readonly CliFolder _folder = new();

    public LockedSignerTests()
    {
        Key("k");
        Key("other");
        _folder.Write("models/m/model.gguf", Gguf()).Write("models/m/config.json", "{}"u8.ToArray());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lock_finds_the_bundle_and_records_who_is_trusted_and_has_signed()
    {
        Trust().Run("sign", "models/m", "--key", "k.pem").Ended(0);
        _folder.Run("lock").Ended(0);
        var first = Lock();
        Assert.Contains("\"signature\": { \"type\": \"oms\", \"bundle\": \"model.sig\", \"signer\": \"key:", first, StringComparison.Ordinal);
        _folder.Run("verify").Ended(0);
        _folder.Run("lock", "--check").Ended(0);
        _folder.Run("lock").Ended(0);
        Assert.Equal(first, Lock());
    }

    [Fact]
    public void Without_a_policy_nobody_is_recorded()
    {
        _folder.Run("sign", "models/m", "--key", "k.pem").Ended(0);
        Assert.Contains("SCA5011", _folder.Run("lock").Ended(0).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("signer", Lock(), StringComparison.Ordinal);
        Assert.Contains("message SCA5011", _folder.Run("verify").Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_trusted_signer_fails_until_it_is_locked_and_is_told_then()
    {
        Trust().Run("sign", "models/m", "--key", "k.pem").Ended(0);
        _folder.Run("lock").Ended(0);
        _folder.Run("sign", "models/m", "--key", "other.pem").Ended(0);
        Assert.Contains("error SCA5012", _folder.Run("verify").Ended(1).Out, StringComparison.Ordinal);
        Assert.Contains("warning SCA5012", _folder.Run("lock").Ended(0).Out, StringComparison.Ordinal);
        _folder.Run("verify").Ended(0);
    }

    [Fact]
    public void Signer_is_forgotten_when_the_model_is_no_longer_the_signed_one()
    {
        Trust().Run("sign", "models/m", "--key", "k.pem").Ended(0);
        _folder.Run("lock").Ended(0);
        _folder.Write("models/m/config.json", "{ }"u8.ToArray());
        Assert.Contains("SCA5007", _folder.Run("lock").Ended(0).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("signer", Lock(), StringComparison.Ordinal);
        Assert.Contains("error SCA5007", _folder.Run("verify").Ended(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_says_who_vouches_for_each_model()
    {
        Trust().Write("models/other/b.gguf", Gguf()).Run("sign", "models/m", "--key", "k.pem").Ended(0);
        _folder.Run("lock").Ended(0);
        var lines = _folder.Run("verify", "--explain").Ended(1).Out.TrimEnd('\n').Split('\n');
        Assert.Equal(["m (pkg:generic/m)", "  signature models/m/model.sig: valid, of a signer whom the policy trusts", "    method: key"], lines.SkipWhile(static line => !line.StartsWith("m (", StringComparison.Ordinal)).Take(3));
        Assert.Contains("    covers: 2 file(s) by sha256", lines);
        Assert.Contains("  nobody: no signature was verified, the digests in models.lock stand alone", lines);

        using var json = System.Text.Json.JsonDocument.Parse(_folder.Run("verify", "--explain", "--format", "json").Ended(1).Out);
        var first = json.RootElement.GetProperty("evidence")[1];
        Assert.Equal(("m", "trusted", "key"), (first.GetProperty("model").GetString(), first.GetProperty("bundles")[0].GetProperty("state").GetString(), first.GetProperty("bundles")[0].GetProperty("facts").GetProperty("method").GetString()));
    }

    [Fact]
    public void Unsigned_model_fails_where_signatures_are_demanded()
    {
        Trust().Run("lock").Ended(0);
        Assert.Contains("error SCA5010", _folder.Run("verify").Ended(1).Out, StringComparison.Ordinal);
    }

    private CliFolder Trust() => _folder.Write("models.policy.json", Encoding.UTF8.GetBytes(Policy));

    private string Lock() => File.ReadAllText(_folder.Full("models.lock"));

    private void Key(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _folder.Write(name + ".pem", Encoding.ASCII.GetBytes(key.ExportECPrivateKeyPem())).Write(name + ".pub", Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()));
    }

    private static byte[] Gguf() => [.. "GGUF"u8, 3, 0, 0, 0, .. new byte[16]];
}
