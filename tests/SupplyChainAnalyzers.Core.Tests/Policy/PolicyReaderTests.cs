using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class PolicyReaderTests
{
    private const string Everything = """
        {
          "$schema": "./models.policy.v1.json",
          "policyVersion": 1,
          "extends": ["../base.json"],
          "mode": "default",
          "sources": { "default": "deny",
            "allow": [ { "type": "huggingface", "orgs": ["acme", "microsoft"] }, { "type": "oci", "host": "registry.acme.example", "repos": ["models/**"] } ],
            "endpoints": ["https://api.openai.com"],
            "requireHttps": true, "allowedRedirectHosts": ["*.hf.co"] },
          "signatures": { "require": "always",
            "trusted": { "acme-release": { "for": ["pkg:huggingface/acme/*"], "method": "sigstore", "issuer": "https://token.actions.githubusercontent.com", "identity": "https://github.com/acme/models/.github/workflows/release.yml@refs/tags/*" },
                         "vendor": { "for": ["pkg:huggingface/vendor/*"], "method": "certificate", "roots": ["certs/vendor-root.pem"] },
                         "own": { "for": ["pkg:generic/*"], "method": "key", "keys": ["keys/own.pub.pem"] } } },
          "formats": { "allow": ["safetensors", "onnx", "gguf", "json", "text"], "deny": ["pickle", "keras-h5"] },
          "scan": { "failOn": "suspicious", "onUnscannable": "fail", "requireIsolation": true, "pickle": { "allowGlobals": ["acme.Layer"] }, "onnx": { "allowDomains": ["com.acme"], "externalData": "same-directory" } },
          "frameworks": { "minimum": { "pypi/torch": "2.6.0", "nuget/Microsoft.ML.OnnxRuntime": "1.20.0" } },
          "licenses": { "allow": ["Apache-2.0", "MIT"], "onUnknown": "warn" },
          "provenance": { "require": ["source", "revision", "signer", "baseModel", "datasets"] },
          "behavior": { "require": { "onnx": ["golden", "trigger-search"] }, "tier": "standard", "budgetSeconds": 300 },
          "approvals": { "required": 1, "reviewers": { "alice": "keys/alice.pub.pem" } },
          "advisories": { "file": "models.advisories.json", "sha256": "62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a", "maxAgeDays": 14 },
          "bom": { "require": true },
          "exemptions": { "SCA3002@sha256:62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a": { "reason": "isolated worker", "author": "bob", "reviewer": "alice", "expires": "2026-06-30" } }
        }
        """;

    private static ModelsPolicy Policy { get; } = PolicyFiles.Value(new PolicyFiles
    {
        [PolicyFiles.Child] = Everything,
        [PolicyFiles.Base] = PolicyFiles.Text("\"exemptions\": { \"SCA3002@sha256:62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a\": { \"reason\": \"r\", \"author\": \"bob\", \"reviewer\": \"alice\", \"expires\": \"2026-12-31\" } }, \"scan\": { \"pickle\": { \"allowGlobals\": [\"acme.*\"] }, \"onnx\": { \"allowDomains\": [\"com.acme\"] } }"),
    }.Read());

    [Fact]
    public void Mode_and_scan_settings_are_read()
    {
        Assert.Equal(Mode.Default, Policy.Mode!.Value);
        Assert.Equal(FailOn.Suspicious, Policy.Scan.FailOn!.Value);
        Assert.Equal(UnscannableAction.Fail, Policy.Scan.OnUnscannable!.Value);
        Assert.Equal(["acme.Layer"], Texts(Policy.Scan.Pickle.AllowGlobals));
        Assert.Equal(["com.acme"], Texts(Policy.Scan.Onnx.AllowDomains));
        Assert.Equal(ExternalData.SameDirectory, Policy.Scan.Onnx.ExternalData!.Value);
    }

    [Fact]
    public void Sources_are_read()
    {
        var sources = Policy.Sources;
        Assert.Equal(SourceDefault.Deny, sources.Default!.Value);
        Assert.Equal([SourceType.HuggingFace, SourceType.Oci], sources.Allow!.Value.Select(static entry => entry.Type));
        Assert.Equal(["acme", "microsoft"], sources.Allow.Value[0].Orgs!.Select(static org => org.Text));
        Assert.Null(sources.Allow.Value[0].Repos);
        Assert.Equal("registry.acme.example", sources.Allow.Value[1].Host!.Text);
        Assert.True(sources.Allow.Value[1].Repos![0].Matches("models/ner/v2"));
        Assert.Equal(["https://api.openai.com"], Texts(sources.Endpoints));
        Assert.True(sources.RequireHttps!.Value);
        Assert.Equal(["*.hf.co"], Texts(sources.AllowedRedirectHosts));
    }

    [Fact]
    public void Signatures_are_read_with_absolute_paths()
    {
        Assert.Equal(SignatureRequirement.Always, Policy.Signatures.Require!.Value);
        var trusted = Policy.Signatures.Trusted!.Value;
        Assert.Equal(["acme-release", "own", "vendor"], trusted.Keys);
        Assert.Equal(SigningMethod.Sigstore, trusted["acme-release"].Method);
        Assert.Equal("https://token.actions.githubusercontent.com", trusted["acme-release"].Issuer);
        Assert.True(trusted["acme-release"].Identity!.Matches("https://github.com/acme/models/.github/workflows/release.yml@refs/tags/v1"));
        Assert.Equal(["/org/repo/certs/vendor-root.pem"], trusted["vendor"].Roots);
        Assert.Equal(["/org/repo/keys/own.pub.pem"], trusted["own"].Keys);
    }

    [Fact]
    public void Formats_frameworks_and_licenses_are_read()
    {
        Assert.True(Policy.Formats.Allows("onnx"));
        Assert.False(Policy.Formats.Allows("pickle"));
        Assert.Equal(["nuget/microsoft.ml.onnxruntime", "pypi/torch"], Policy.Frameworks.Minimum!.Value.Keys);
        Assert.Equal("2.6.0", Policy.Frameworks.Minimum.Value["pypi/torch"].Version.ToString());
        Assert.Equal(["Apache-2.0", "MIT"], Texts(Policy.Licenses.Allow));
        Assert.Equal(UnknownLicense.Warn, Policy.Licenses.OnUnknown!.Value);
    }

    [Fact]
    public void Demands_on_models_are_read()
    {
        Assert.Equal(
            [ProvenanceDemand.Source, ProvenanceDemand.Revision, ProvenanceDemand.Signer, ProvenanceDemand.BaseModel, ProvenanceDemand.Datasets],
            Policy.Provenance.Require!.Value);
        Assert.Equal([BehaviorCheck.Golden, BehaviorCheck.TriggerSearch], Policy.Behavior.Require!.Value["onnx"]);
        Assert.Equal(BehaviorTier.Standard, Policy.Behavior.Tier!.Value);
        Assert.Equal(300, Policy.Behavior.BudgetSeconds!.Value);
        Assert.Equal(1, Policy.Approvals.Required!.Value);
        Assert.Equal("/org/repo/keys/alice.pub.pem", Policy.Approvals.Reviewers!.Value["alice"].KeyPath);
        Assert.Equal("/org/repo/models.advisories.json", Policy.Advisories.File!.Value);
        Assert.Equal(PolicyFiles.Digest, Policy.Advisories.Sha256!.Value);
        Assert.Equal(14, Policy.Advisories.MaxAgeDays!.Value);
        Assert.True(Policy.Bom.Require!.Value);
    }

    [Fact]
    public void Exemptions_are_read()
    {
        var exemption = Assert.Single(Policy.Exemptions!.Value).Value;
        Assert.Same(Rules.CodeFormat, exemption.Rule);
        Assert.Equal(PolicyFiles.Digest, exemption.Sha256);
        Assert.Equal(new DateTime(2026, 6, 30), exemption.Expires);
        Assert.Equal(("bob", "alice", "isolated worker"), (exemption.Author, exemption.Reviewer, exemption.Reason));
    }

    [Fact]
    public void Settings_remember_their_place()
    {
        Assert.Equal(PolicyFiles.Child, Policy.Mode!.Place.File);
        Assert.Equal((5, 11), (Policy.Mode.Place.Region.Line, Policy.Mode.Place.Region.Column));
        Assert.Equal("/org/repo/models.policy.json(5)", Policy.Mode.Place.Show());
    }

    [Fact]
    public void A_policy_that_states_nothing_is_read()
    {
        var policy = PolicyFiles.Value(PolicyFiles.ReadMembers(""));
        Assert.Null(policy.Mode);
        Assert.Null(policy.Exemptions);
        Assert.True(policy.Formats.Allows("pickle"));
    }

    private static IEnumerable<string> Texts(Setting<IReadOnlyList<PolicyPattern>>? setting) => setting!.Value.Select(static pattern => pattern.Text);
}
