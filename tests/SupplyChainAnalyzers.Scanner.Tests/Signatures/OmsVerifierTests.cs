using System.Text.Json.Nodes;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Each rule of a model signature, broken under a signature that is valid.</summary>
public sealed class OmsVerifierTests : IDisposable
{
    private readonly SignedModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Model_as_signed_is_valid()
    {
        var result = _model.Verify();
        Assert.True(result.IsValid);
        Assert.Equal("key", result.Signer.Method);
        Assert.Empty(result.Unverified);
        Assert.Empty(result.Notes);
    }

    [Theory]
    [InlineData("_type", "https://in-toto.io/Statement/v0.1")]
    [InlineData("predicateType", "https://slsa.dev/provenance/v1")]
    public void Statement_of_another_kind_is_refused(string member, string value)
    {
        _model.Statement[member] = value;
        Refused(SignatureFault.Malformed);
    }

    [Fact]
    public void Bad_empty_resources_even_if_unsigned_files_are_allowed()
    {
        _model.Predicate["resources"] = new JsonArray();
        SignedModel.WithRoot(_model.Statement);
        Refused(SignatureFault.Malformed, new OmsOptions { IgnoreUnsignedFiles = true });
    }

    [Fact]
    public void Bad_name_dup_is_refused()
    {
        _model.Resources.Add(_model.Resources[0]!.DeepClone());
        SignedModel.WithRoot(_model.Statement);
        Refused(SignatureFault.Malformed);
    }

    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("a/../../outside.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("./a")]
    [InlineData(".")]
    [InlineData("")]
    public void Bad_name_traversal_even_if_unsigned_files_are_allowed(string name)
    {
        _model.Resources[0]!["name"] = name;
        Refused(SignatureFault.Malformed, new OmsOptions { IgnoreUnsignedFiles = true });
    }

    [Fact]
    public void Bad_no_predicate_is_refused()
    {
        _model.Statement.Remove("predicate");
        Refused(SignatureFault.Malformed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Bad_number_of_subjects_is_refused(int count)
    {
        var subject = _model.Statement["subject"]![0]!.DeepClone();
        _model.Statement["subject"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => subject.DeepClone())]);
        Refused(SignatureFault.Malformed);
    }

    [Fact]
    public void Bad_root_digest_is_refused()
    {
        _model.Statement["subject"]![0]!["digest"]!["sha256"] = new string('0', 64);
        Refused(SignatureFault.Malformed);
    }

    [Fact]
    public void Bad_payload_type_that_is_signed_is_refused()
    {
        _model.PayloadType = "application/json";
        Refused(SignatureFault.Malformed);
    }

    [Theory]
    [InlineData("hash_type", "md5")]
    [InlineData("method", "tree")]
    public void Unknown_serialization_is_refused(string member, string value)
    {
        _model.Predicate["serialization"]![member] = value;
        Refused(SignatureFault.Malformed);
    }

    [Fact]
    public void Digest_by_another_algorithm_than_the_statement_names_is_refused()
    {
        _model.Resources[0]!["algorithm"] = "blake3";
        Refused(SignatureFault.Malformed);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("/")]
    public void Signer_cannot_ignore_the_whole_model(string path)
    {
        _model.Predicate["serialization"]!["ignore_paths"] = new JsonArray(path);
        Refused(SignatureFault.Malformed);
    }

    [Fact]
    public void Changed_statement_is_invalid()
    {
        _model.Change = static bundle => bundle["dsseEnvelope"]!["payload"] = Convert.ToBase64String([.. Convert.FromBase64String(bundle["dsseEnvelope"]!["payload"]!.GetValue<string>()), (byte)' ']);
        Refused(SignatureFault.Invalid);
    }

    [Fact]
    public void Two_signatures_are_refused()
    {
        _model.Change = static bundle => bundle["dsseEnvelope"]!["signatures"]!.AsArray().Add(bundle["dsseEnvelope"]!["signatures"]![0]!.DeepClone());
        Refused(SignatureFault.Malformed);
    }

    [Fact]
    public void Other_key_is_not_trusted()
    {
        using var other = new SignedModel();
        Assert.Equal(SignatureFault.Untrusted, Assert.Throws<SignatureException>(() => _model.Verify(trust: new KeyTrust(other.Key))).Fault);
    }

    [Fact]
    public void Bundle_without_key_hint_is_taken_with_a_warning()
    {
        _model.Change = static bundle => bundle["verificationMaterial"]!["publicKey"] = new JsonObject { ["rawBytes"] = "AAAA", ["keyDetails"] = "PKIX_ECDSA_P256_SHA_256" };
        Assert.Single(_model.Verify().Notes);
    }

    private void Refused(SignatureFault fault, OmsOptions? options = null) =>
        Assert.Equal(fault, Assert.Throws<SignatureException>(() => _model.Verify(options)).Fault);
}
