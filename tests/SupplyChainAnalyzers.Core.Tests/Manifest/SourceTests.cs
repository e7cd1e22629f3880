using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Manifest;

public sealed class SourceTests
{
    private const string Commit = "\"" + LockText.Commit + "\"";
    private const string Digest = "\"sha256:" + LockText.Sha + "\"";

    private static string Source(string members) => LockText.With($"\"source\": {{ {members} }}");

    [Theory]
    [InlineData("\"type\": \"huggingface\", \"repo\": \"acme/ner\", \"revision\": " + Commit + ", \"resolvedFrom\": \"v2.1.0\"")]
    [InlineData("\"type\": \"huggingface\", \"repo\": \"gpt2\", \"revision\": " + Commit)]
    [InlineData("\"type\": \"oci\", \"host\": \"registry.acme.example:5000\", \"repo\": \"models/a/b\", \"revision\": " + Digest)]
    [InlineData("\"type\": \"ollama\", \"model\": \"llama3.2\", \"revision\": " + Digest + ", \"resolvedFrom\": \"latest\"")]
    [InlineData("\"type\": \"ollama\", \"host\": \"registry.ollama.ai\", \"model\": \"library/llama3.2\", \"revision\": " + Digest)]
    [InlineData("\"type\": \"github\", \"repo\": \"acme/models\", \"asset\": \"ner v1.onnx\", \"revision\": " + Digest + ", \"resolvedFrom\": \"v1\"")]
    [InlineData("\"type\": \"url\", \"url\": \"https://models.acme.example:8443/ner.onnx?x=1\"")]
    [InlineData("\"type\": \"local\"")]
    [InlineData("\"type\": \"external\", \"uri\": \"azureml://registries/acme/models/ner\", \"version\": \"7\"")]
    public void Each_type_is_read_with_its_members(string members)
    {
        var result = LockText.Read(Source(members));
        Assert.Empty(result.Errors);
        Assert.Contains($"\"{ManifestWords.Of(result.Value!.Models["m"].Source!.Type)}\"", members, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main", "The revision 'main' can move; write the commit (40 lower-case hex digits) and keep the name as resolvedFrom")]
    [InlineData("v2.1.0", "The revision 'v2.1.0' can move; write the commit (40 lower-case hex digits) and keep the name as resolvedFrom")]
    [InlineData("043235d", "The revision '043235d' is a shortened commit, which another can match; write the commit (40 lower-case hex digits)")]
    [InlineData("043235D6088ECD3DD5FB5CA3592B6913FD516027", "The revision '043235D6088ECD3DD5FB5CA3592B6913FD516027' has upper-case hex digits; write the commit (40 lower-case hex digits)")]
    [InlineData("sha256:" + LockText.Sha, "The revision 'sha256:" + LockText.Sha + "' is malformed; write the commit (40 lower-case hex digits)")]
    public void A_commit_of_Hugging_Face_that_is_none_is_SCA2012(string revision, string message)
        => Assert.Equal(message + "; run: models lock m", Assert.Single(LockText.Refused(Source($"\"type\": \"huggingface\", \"repo\": \"a/b\", \"revision\": «\"{revision}\"»"), Rules.LockRevision)).Message);

    [Theory]
    [InlineData("\"type\": \"oci\", \"host\": \"a.example\", \"repo\": \"b\", \"revision\": «\"latest\"»", "can move; write the digest of the manifest")]
    [InlineData("\"type\": \"oci\", \"host\": \"a.example\", \"repo\": \"b\", \"revision\": «\"" + LockText.Sha + "\"»", "is malformed; write the digest of the manifest")]
    [InlineData("\"type\": \"ollama\", \"model\": \"llama3\", \"revision\": «\"7b\"»", "can move; write the digest of the manifest")]
    [InlineData("\"type\": \"github\", \"repo\": \"a/b\", \"asset\": \"c\", \"revision\": «\"v1\"»", "can move; write the digest of the asset")]
    [InlineData("\"type\": \"github\", \"repo\": \"a/b\", \"asset\": \"c\", \"revision\": «\"sha512:aa\"»", "can move; write the digest of the asset")]
    public void A_digest_that_is_none_is_SCA2012(string members, string part)
        => Assert.Contains(part, Assert.Single(LockText.Refused(Source(members), Rules.LockRevision)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"type\": \"url\", \"url\": \"https://a.example/x\", «\"revision\"»: \"main\"", "Unknown member 'revision' in a source of type url; remove it")]
    [InlineData("\"type\": \"local\", «\"repo\"»: \"a/b\"", "Unknown member 'repo' in a source of type local; remove it")]
    [InlineData("\"type\": \"huggingface\", \"repo\": \"a/b\", «\"host\"»: \"a.example\", \"revision\": " + Commit, "Unknown member 'host' in a source of type huggingface; remove it")]
    public void Members_of_another_type_are_SCA2005_and_not_judged_further(string members, string message)
        => Assert.Equal(message, Assert.Single(LockText.Refused(Source(members), Rules.LockUnknownMember)).Message);

    [Fact]
    public void An_unknown_type_is_the_only_thing_said_about_a_source_of_known_members()
        => LockText.Refused(Source("\"type\": «\"hugginface\"», \"repo\": \"a/b\", \"revision\": \"main\""), Rules.LockValue);

    [Theory]
    [InlineData("\"type\": \"huggingface\", \"repo\": «\"a/b/c\"», \"revision\": " + Commit)]
    [InlineData("\"type\": \"huggingface\", \"repo\": «\"../b\"», \"revision\": " + Commit)]
    [InlineData("\"type\": \"huggingface\", \"repo\": «\"a/b?x\"», \"revision\": " + Commit)]
    [InlineData("\"type\": \"github\", \"repo\": «\"b\"», \"asset\": \"c\", \"revision\": " + Digest)]
    [InlineData("\"type\": \"github\", \"repo\": \"a/b\", \"asset\": «\"../c\"», \"revision\": " + Digest)]
    [InlineData("\"type\": \"oci\", \"host\": «\"a_b.example\"», \"repo\": \"b\", \"revision\": " + Digest)]
    [InlineData("\"type\": \"oci\", \"host\": «\"a.example:99999\"», \"repo\": \"b\", \"revision\": " + Digest)]
    [InlineData("\"type\": \"oci\", \"host\": \"a.example\", \"repo\": «\"B\"», \"revision\": " + Digest)]
    [InlineData("\"type\": \"oci\", \"host\": \"a.example\", \"repo\": «\"b:latest\"», \"revision\": " + Digest)]
    [InlineData("\"type\": \"ollama\", \"model\": «\"llama3:7b\"», \"revision\": " + Digest)]
    [InlineData("\"type\": \"url\", \"url\": «\"http://a.example/x\"»")]
    [InlineData("\"type\": \"url\", \"url\": «\"https://user:pw@a.example/x\"»")]
    [InlineData("\"type\": \"url\", \"url\": «\"https://a.example/x#y\"»")]
    [InlineData("\"type\": \"url\", \"url\": «\"https://a.example\\\\x\"»")]
    [InlineData("\"type\": \"url\", \"url\": «\"https://a.example /x\"»")]
    [InlineData("\"type\": \"url\", \"url\": «\"https:///x\"»")]
    [InlineData("\"type\": \"external\", \"uri\": «\"C:/models\"», \"version\": \"1\"")]
    [InlineData("\"type\": \"external\", \"uri\": «\"s3://user@bucket/x\"», \"version\": \"1\"")]
    [InlineData("\"type\": \"external\", \"uri\": «\"models/x\"», \"version\": \"1\"")]
    public void A_malformed_place_is_SCA2006(string members) => LockText.Refused(Source(members), Rules.LockValue);

    [Theory]
    [InlineData("http://localhost:11434/v1", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("http://localhost.evil.example", false)]
    [InlineData("http://localhost@evil.example", false)]
    [InlineData("https://api.openai.com", true)]
    [InlineData("ftp://api.openai.com", false)]
    public void A_hosted_model_is_asked_over_https_or_on_this_machine(string endpoint, bool accepted)
        => Assert.Equal(accepted, LockText.Read($$"""
            { "lockVersion": 1, "models": {}, "hosted": { "chat": { "provider": "openai", "endpoint": "{{endpoint}}", "model": "gpt-4o-2024-08-06" } } }
            """).Value is not null);
}
