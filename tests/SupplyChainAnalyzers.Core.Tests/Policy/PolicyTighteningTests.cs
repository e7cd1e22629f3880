using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

/// <summary>Member by member: what a child may write over a base.</summary>
public class PolicyTighteningTests
{
    private const string A64 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string B64 = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    /// <summary>Values of a scale from weak to strong; the built-in one is marked.</summary>
    public static TheoryData<string, string[], int> Scales => new()
    {
        { "\"mode\": $", ["\"audit\"", "\"default\"", "\"strict\""], 1 },
        { "\"sources\": { \"default\": $ }", ["\"allow\"", "\"deny\""], 0 },
        { "\"sources\": { \"requireHttps\": $ }", ["false", "true"], 0 },
        { "\"signatures\": { \"require\": $ }", ["\"declared\"", "\"always\""], 0 },
        { "\"scan\": { \"failOn\": $ }", ["\"malicious\"", "\"suspicious\""], 0 },
        { "\"scan\": { \"onUnscannable\": $ }", ["\"warn\"", "\"fail\""], 0 },
        { "\"scan\": { \"requireIsolation\": $ }", ["false", "true"], 0 },
        { "\"scan\": { \"onnx\": { \"externalData\": $ } }", ["\"same-directory\"", "\"deny\""], 0 },
        { "\"licenses\": { \"onUnknown\": $ }", ["\"allow\"", "\"warn\"", "\"fail\""], 0 },
        { "\"behavior\": { \"tier\": $ }", ["\"off\"", "\"fast\"", "\"standard\"", "\"deep\""], 0 },
        { "\"behavior\": { \"budgetSeconds\": $ }", ["10", "300"], -1 },
        { "\"approvals\": { \"required\": $ }", ["0", "1", "2"], 0 },
        { "\"advisories\": { \"maxAgeDays\": $ }", ["90", "14", "1"], -1 },
        { "\"bom\": { \"require\": $ }", ["false", "true"], 0 },
        { "\"frameworks\": { \"minimum\": { \"pypi/torch\": $ } }", ["\"2.5.9\"", "\"2.6\"", "\"2.10.0\""], -1 },
    };

    [Theory, MemberData(nameof(Scales))]
    public void A_scale_moves_in_one_direction_only(string member, string[] weakToStrong, int builtIn)
    {
        for (int i = 0; i < weakToStrong.Length; i++)
        {
            for (int j = 0; j < weakToStrong.Length; j++)
            {
                var result = PolicyFiles.ReadExtending(member.Replace("$", weakToStrong[i]), member.Replace("$", weakToStrong[j]));
                Assert.Equal(i >= j, result.Errors.Count == 0);
            }

            var overSilence = PolicyFiles.ReadExtending(member.Replace("$", weakToStrong[i]), "");
            Assert.Equal(i >= builtIn, overSilence.Errors.Count == 0);
        }
    }

    [Theory]
    [InlineData("\"sources\": { \"endpoints\": $ }")]
    [InlineData("\"sources\": { \"allowedRedirectHosts\": $ }")]
    [InlineData("\"licenses\": { \"allow\": $ }")]
    public void A_list_that_allows_anything_when_absent_only_shrinks(string member)
    {
        Accepted(member, "[\"a\", \"b\"]", null);
        Accepted(member, "[\"a\"]", "[\"a\", \"b\"]");
        Accepted(member, "[]", "[\"a\"]");
        Accepted(member, "[\"acme-x\", \"acme-y\"]", "[\"acme-*\"]");
        Refused(member, "[\"a\", \"c\"]", "[\"a\", \"b\"]");
        Refused(member, "[\"acme-*\"]", "[\"acme-x\"]");
        Refused(member, "[\"**\"]", "[\"*\"]");
        Refused(member, "[\"a\"]", "[]");
    }

    [Theory]
    [InlineData("\"scan\": { \"pickle\": { \"allowGlobals\": $ } }")]
    [InlineData("\"scan\": { \"onnx\": { \"allowDomains\": $ } }")]
    public void A_list_that_allows_nothing_when_absent_belongs_to_the_base(string member)
    {
        Accepted(member, "[\"a.b\"]", "[\"a.*\"]");
        Accepted(member, "[]", null);
        Refused(member, "[\"a\"]", null);
        Refused(member, "[\"a\", \"b\"]", "[\"a\"]");
    }

    [Fact]
    public void Formats_shrink_and_denials_are_joined()
    {
        Accepted("\"formats\": { \"allow\": $ }", "[\"onnx\"]", "[\"onnx\", \"gguf\"]");
        Refused("\"formats\": { \"allow\": $ }", "[\"pickle\"]", "[\"onnx\", \"gguf\"]");
        var policy = PolicyFiles.Value(PolicyFiles.ReadExtending("\"formats\": { \"deny\": [] }", "\"formats\": { \"deny\": [\"pickle\"] }"));
        Assert.False(policy.Formats.Allows("pickle"));
    }

    [Fact]
    public void Demands_are_joined()
    {
        var policy = PolicyFiles.Value(PolicyFiles.ReadExtending(
            "\"provenance\": { \"require\": [\"datasets\"] }, \"behavior\": { \"require\": { \"onnx\": [\"weights\"] } }, \"frameworks\": { \"minimum\": { \"nuget/A\": \"1\" } }",
            "\"provenance\": { \"require\": [\"source\"] }, \"behavior\": { \"require\": { \"onnx\": [\"golden\"], \"gguf\": [\"golden\"] } }, \"frameworks\": { \"minimum\": { \"nuget/B\": \"2\" } }"));
        Assert.Equal(2, policy.Provenance.Require!.Value.Count);
        Assert.Equal(["gguf", "onnx"], policy.Behavior.Require!.Value.Keys);
        Assert.Equal(2, policy.Behavior.Require.Value["onnx"].Count);
        Assert.Equal(["nuget/a", "nuget/b"], policy.Frameworks.Minimum!.Value.Keys);
    }

    [Fact]
    public void Allowed_sources_belong_to_a_base_that_denies_by_default()
    {
        const string Sources = "\"sources\": { \"default\": \"deny\", \"allow\": $ }";
        Accepted(Sources, """[{ "type": "huggingface", "orgs": ["acme"] }]""", """[{ "type": "huggingface", "orgs": ["acme", "microsoft"] }]""");
        Accepted(Sources, """[{ "type": "oci", "host": "r.example", "repos": ["models/a"] }]""", """[{ "type": "oci", "host": "*.example", "repos": ["models/**"] }]""");
        Accepted(Sources, """[{ "type": "github" }]""", null);
        Refused(Sources, """[{ "type": "huggingface" }]""", """[{ "type": "huggingface", "orgs": ["acme"] }]""");
        Refused(Sources, """[{ "type": "ollama", "orgs": ["acme"] }]""", """[{ "type": "huggingface", "orgs": ["acme"] }]""");
        Refused(Sources, """[{ "type": "oci", "repos": ["models/a"] }]""", """[{ "type": "oci", "host": "r.example", "repos": ["models/**"] }]""");
        Refused("\"sources\": { \"default\": \"deny\", \"allow\": $ }", """[{ "type": "url" }]""", "[]");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("\"signatures\": { \"require\": \"always\" }", false)]
    [InlineData("\"signatures\": { \"trusted\": {} }", false)]
    public void Signers_belong_to_a_base_that_names_or_requires_any(string floor, bool accepted) =>
        Assert.Equal(accepted, PolicyFiles.ReadExtending(Signer(), floor).Errors.Count == 0);

    [Fact]
    public void A_signer_may_be_repeated_narrowed_or_dropped()
    {
        Assert.Empty(PolicyFiles.ReadExtending(Signer(), Signer()).Errors);
        Assert.Empty(PolicyFiles.ReadExtending(Signer(scope: "pkg:huggingface/acme/bert", identity: "https://a/x@refs/tags/v1"), Signer()).Errors);
        Assert.Empty(PolicyFiles.ReadExtending("\"signatures\": { \"trusted\": {} }", Signer()).Errors);
    }

    [Fact]
    public void A_signer_may_not_be_widened()
    {
        Loosens(PolicyFiles.ReadExtending(Signer(scope: "pkg:huggingface/**"), Signer()));
        Loosens(PolicyFiles.ReadExtending(Signer(identity: "https://a/**"), Signer()));
        Loosens(PolicyFiles.ReadExtending(Signer(issuer: "https://other"), Signer()));
        Loosens(PolicyFiles.ReadExtending("\"signatures\": { \"trusted\": { \"a\": { \"for\": [\"pkg:huggingface/acme/*\"], \"method\": \"key\", \"keys\": [\"k\"] } } }", Signer()));
        Loosens(PolicyFiles.ReadExtending(Certificate("\"../r1.pem\", \"r2.pem\""), Certificate("\"r1.pem\"")));
        Assert.Empty(PolicyFiles.ReadExtending(Certificate("\"../r1.pem\""), Certificate("\"r1.pem\", \"r2.pem\"")).Errors);
        Loosens(PolicyFiles.ReadExtending(Certificate("\"../r1.pem\"], \"timestampRoots\": [\"t.pem\""), Certificate("\"r1.pem\"")));
    }

    [Theory]
    [InlineData("\"approvals\": { \"required\": 1 }", false)]
    [InlineData("\"approvals\": { \"reviewers\": { \"a\": \"a.pem\" } }", true)]
    [InlineData("\"approvals\": { \"reviewers\": { \"a\": \"other.pem\" } }", false)]
    [InlineData("\"approvals\": { \"reviewers\": { \"b\": \"a.pem\" } }", false)]
    [InlineData("\"approvals\": { \"required\": 0 }", true)]
    public void Reviewers_belong_to_a_base_that_names_or_requires_any(string floor, bool accepted) =>
        Assert.Equal(accepted, PolicyFiles.ReadExtending("\"approvals\": { \"required\": 1, \"reviewers\": { \"a\": \"../a.pem\" } }", floor).Errors.Count == 0);

    [Fact]
    public void The_advisory_list_belongs_to_a_base_that_names_one()
    {
        string Advisories(string file, string digest) => $"\"advisories\": {{ \"file\": \"{file}\", \"sha256\": \"{digest}\" }}";
        Assert.Empty(PolicyFiles.ReadExtending(Advisories("../a.json", A64), Advisories("a.json", A64)).Errors);
        Assert.Empty(PolicyFiles.ReadExtending(Advisories("a.json", A64), "").Errors);
        Loosens(PolicyFiles.ReadExtending(Advisories("a.json", A64), Advisories("a.json", A64)));
        Loosens(PolicyFiles.ReadExtending(Advisories("../a.json", B64), Advisories("a.json", A64)));
    }

    [Fact]
    public void Exemptions_belong_to_the_base()
    {
        string Exempt(string expires = "2026-06-30", string digest = A64) => "\"exemptions\": " + PolicyFiles.Exemption(digest: digest, expires: expires);
        Assert.Empty(PolicyFiles.ReadExtending(Exempt("2026-01-31"), Exempt()).Errors);
        Assert.Empty(PolicyFiles.ReadExtending("\"exemptions\": {}", Exempt()).Errors);
        Loosens(PolicyFiles.ReadExtending(Exempt(), ""));
        Loosens(PolicyFiles.ReadExtending(Exempt("2026-07-01"), Exempt()));
        Loosens(PolicyFiles.ReadExtending(Exempt(digest: B64), Exempt()));
    }

    [Fact]
    public void The_error_names_both_places()
    {
        var error = Loosens(PolicyFiles.ReadExtending("\"mode\": \"audit\"", "\"bom\": {},\n\"mode\": \"strict\""));
        Assert.Equal((PolicyFiles.Child, 3, 38), (error.File, error.Region.Line, error.Region.Column));
        Assert.Contains("'audit' is weaker than 'strict' in /org/base.json(4)", error.Message);
    }

    [Fact]
    public void The_error_says_when_the_base_is_silent() =>
        Assert.Contains("in /org/base.json, which leaves it out", Loosens(PolicyFiles.ReadExtending("\"mode\": \"audit\"", "")).Message);

    [Fact]
    public void The_error_points_at_the_entry_of_a_list()
    {
        var error = Loosens(PolicyFiles.ReadExtending("\"licenses\": { \"allow\": [\"MIT\",\n\"GPL-3.0\"] }", "\"licenses\": { \"allow\": [\"MIT\"] }"));
        Assert.Equal((4, 1), (error.Region.Line, error.Region.Column));
        Assert.Contains("'GPL-3.0'", error.Message);
        Assert.Contains("/org/base.json(3)", error.Message);
    }

    private static void Accepted(string member, string child, string? floor) =>
        Assert.Empty(PolicyFiles.ReadExtending(member.Replace("$", child), floor is null ? "" : member.Replace("$", floor)).Errors);

    private static void Refused(string member, string child, string? floor) =>
        Assert.All(RefusedAll(member, child, floor), static error => Assert.Same(Rules.PolicyLoosens, error.Rule));

    private static IReadOnlyList<Finding> RefusedAll(string member, string child, string? floor)
    {
        var errors = PolicyFiles.ReadExtending(member.Replace("$", child), floor is null ? "" : member.Replace("$", floor)).Errors;
        Assert.NotEmpty(errors);
        return errors;
    }

    private static Finding Loosens(Core.Manifest.ReadResult<Core.Policy.ModelsPolicy> result)
    {
        var error = PolicyFiles.OnlyError(result);
        Assert.Same(Rules.PolicyLoosens, error.Rule);
        return error;
    }

    private static string Signer(string scope = "pkg:huggingface/acme/*", string issuer = "https://issuer", string identity = "https://a/x@refs/tags/*") =>
        $$"""
        "signatures": { "trusted": { "a": { "for": ["{{scope}}"], "method": "sigstore", "issuer": "{{issuer}}", "identity": "{{identity}}" } } }
        """;

    private static string Certificate(string roots) =>
        $$"""
        "signatures": { "trusted": { "a": { "for": ["*"], "method": "certificate", "roots": [{{roots}}] } } }
        """;
}
