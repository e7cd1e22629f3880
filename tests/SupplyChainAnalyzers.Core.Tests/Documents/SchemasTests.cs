using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Manifest.Reading;
using SupplyChainAnalyzers.Core.Tests.Manifest;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Core.Tests.Documents;

public sealed class SchemasTests
{
    private static readonly JsonNode Lock = Parsed(Schemas.Lock.Text);
    private static readonly JsonNode Policy = Parsed(Schemas.Policy.Text);

    private static JsonNode Parsed(string text)
    {
        var result = JsonReader.Parse(text, JsonLimits.Default);
        Assert.Null(result.Error);
        return result.Root!;
    }

    [Fact]
    public void Names_are_those_that_documents_refer_to()
    {
        Assert.Equal(["models.lock.v1.json", "models.policy.v1.json"], Schemas.All.Select(static schema => schema.FileName));
        Assert.Equal(ModelsLockWriter.SchemaReference, "./" + Schemas.Lock.FileName);
        Assert.All(Schemas.All, static schema => Assert.EndsWith("}\n", schema.Text, StringComparison.Ordinal));
        Assert.All(Schemas.All, static schema => Assert.DoesNotContain('\r', schema.Text));
    }

    [Fact]
    public void Members_of_every_object_of_a_lock_are_those_the_reader_knows()
    {
        var definitions = Lock.Find("$defs")!;
        Same(LockShapes.Lock, Lock);
        Same(LockShapes.Model, definitions.Find("model"));
        Same(LockShapes.File, definitions.Find("file"));
        Same(LockShapes.UnfixedFile, definitions.Find("unfixedFile"));
        Same(LockShapes.Signature, definitions.Find("signature"));
        Same(LockShapes.Provenance, definitions.Find("provenance"));
        Same(LockShapes.Dataset, definitions.Find("dataset"));
        Same(LockShapes.DatasetFile, definitions.Find("datasetFile"));
        Same(LockShapes.Training, definitions.Find("training"));
        Same(LockShapes.Behavior, definitions.Find("behavior"));
        Same(LockShapes.Probe, definitions.Find("behavior")?.Find("properties")?.Find("probe"));
        Same(LockShapes.TrainingData, definitions.Find("behavior")?.Find("properties")?.Find("training"));
        Same(LockShapes.Labels, definitions.Find("behavior")?.Find("properties")?.Find("labels"));
        Same(LockShapes.Accepted, definitions.Find("acceptedTrigger"));
        Same(LockShapes.Golden, definitions.Find("behavior")?.Find("properties")?.Find("golden"));
        Same(LockShapes.Hosted, definitions.Find("hosted"));

        var sources = definitions.Find("source")!.Find("oneOf")!.Items;
        Assert.Equal(ManifestWords.Sources.Words, sources.Select(TypeOf));
        foreach (var source in sources)
        {
            Assert.True(ManifestWords.Sources.TryFind(TypeOf(source), out var type));
            Same(LockShapes.Source(type), source);
        }

        static string TypeOf(JsonNode source) => source.Find("properties")!.Find("type")!.Find("const")!.StringValue!;
    }

    [Fact]
    public void Words_are_those_the_reader_knows()
    {
        var model = Lock.Find("$defs")!.Find("model")!.Find("properties")!;
        Assert.Equal(ManifestWords.Roles.Words, Words(model.Find("role")));
        Assert.Equal(ManifestWords.Presences.Words, Words(model.Find("presence")));
        Assert.Equal(ManifestWords.Tiers.Words, Words(Lock.Find("$defs")!.Find("behavior")!.Find("properties")!.Find("tier")));

        var formats = ModelFormats.All.Select(static format => format.Id).Order(StringComparer.Ordinal);
        Assert.Equal(formats, Words(Lock.Find("$defs")!.Find("format")));
        Assert.Equal(formats, Words(Policy.Find("$defs")!.Find("format")));
        Assert.Equal(ManifestWords.Sources.Words, Words(Policy.Find("$defs")!.Find("sourcePattern")!.Find("properties")!.Find("type")));
    }

    [Fact]
    public void The_canonical_lock_is_valid()
        => Assert.Empty(new SchemaValidator(Lock).Failures(Parsed(ModelsLockWriterTests.Canonical())));

    [Theory]
    [InlineData("""{ "lockVersion": 2, "models": {} }""")]
    [InlineData("""{ "models": {} }""")]
    [InlineData("""{ "lockVersion": 1, "models": { "m": { "path": "p", "files": {} } } }""")]
    [InlineData("""{ "lockVersion": 1, "models": { "m": { "path": "../p", "files": { "f": {} } } } }""")]
    [InlineData("""{ "lockVersion": 1, "models": { "a b": { "path": "p", "presence": "built", "files": { "f": { "format": "onnx" } } } } }""")]
    [InlineData("""{ "lockVersion": 1, "models": { "m": { "path": "p", "files": { "f": { "format": "onnx" } } } } }""")]
    [InlineData("""{ "lockVersion": 1, "models": { "m": { "path": "p", "presence": "external", "files": {} } } }""")]
    [InlineData("""{ "lockVersion": 1, "models": {}, "signatures": 1 }""")]
    public void What_the_reader_refuses_by_its_form_is_invalid(string text)
    {
        Assert.NotEmpty(LockText.Read(text).Errors);
        Assert.False(new SchemaValidator(Lock).IsValid(Parsed(text)));
    }

    [Fact]
    public void A_policy_with_every_member_is_valid() => Assert.Empty(new SchemaValidator(Policy).Failures(Parsed(FullPolicy)));

    [Theory]
    [InlineData("\"policyVersion\": 1", "\"policyVersion\": 2")]
    [InlineData("\"default\": \"deny\"", "\"default\": \"block\"")]
    [InlineData("\"requireHttps\"", "\"requireHttp\"")]
    [InlineData("\"method\": \"sigstore\", ", "\"method\": \"pgp\", ")]
    [InlineData("\"roots\": [\"certs/vendor-root.pem\"]", "\"keys\": [\"certs/vendor-root.pem\"]")]
    [InlineData("\"budgetSeconds\": 300", "\"budgetSeconds\": 0.5")]
    [InlineData("\"pypi/torch\"", "\"torch\"")]
    [InlineData("SCA3010@sha256", "SCA3010@md5")]
    [InlineData("\"reviewer\": \"b\", ", "")]
    public void A_policy_with_a_fault_is_invalid(string part, string fault)
    {
        Assert.Contains(part, FullPolicy, StringComparison.Ordinal);
        Assert.False(new SchemaValidator(Policy).IsValid(Parsed(FullPolicy.Replace(part, fault, StringComparison.Ordinal))));
    }

    private const string FullPolicy = """
        {
          "$schema": "./models.policy.v1.json",
          "policyVersion": 1,
          "extends": ["../org.models.policy.json"],
          "mode": "default",
          "sources": { "default": "deny",
            "allow": [ { "type": "huggingface", "orgs": ["acme", "microsoft"] }, { "type": "oci", "host": "registry.acme.example", "repos": ["models/**"] } ],
            "endpoints": ["https://api.openai.com"],
            "requireHttps": true, "allowedRedirectHosts": ["*.hf.co"] },
          "signatures": { "require": "always",
            "trusted": { "acme-release": { "for": ["pkg:huggingface/acme/*"], "method": "sigstore", "issuer": "https://token.actions.githubusercontent.com", "identity": "https://github.com/acme/models/.github/workflows/release.yml@refs/tags/*" },
                         "vendor": { "for": ["pkg:huggingface/vendor/*"], "method": "certificate", "roots": ["certs/vendor-root.pem"] },
                         "own": { "for": ["**"], "method": "key", "keys": ["keys/own.pub.pem"] } } },
          "formats": { "allow": ["safetensors", "onnx", "gguf", "json", "text"], "deny": ["pickle", "keras-h5"] },
          "scan": { "failOn": "suspicious", "onUnscannable": "fail", "requireIsolation": true, "pickle": { "allowGlobals": [] }, "onnx": { "allowDomains": [], "externalData": "same-directory" } },
          "frameworks": { "minimum": { "pypi/torch": "2.6.0", "nuget/Microsoft.ML.OnnxRuntime": "1.20.0" } },
          "licenses": { "allow": ["Apache-2.0", "MIT"], "onUnknown": "warn" },
          "provenance": { "require": ["source", "revision", "signer", "baseModel", "datasets"] },
          "behavior": { "require": { "onnx": ["golden"] }, "tier": "standard", "budgetSeconds": 300 },
          "approvals": { "required": 0, "reviewers": { "alice": "keys/alice.pub.pem" } },
          "advisories": { "file": "models.advisories.json", "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "maxAgeDays": 14 },
          "bom": { "require": false },
          "exemptions": { "SCA3010@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": { "reason": "r", "author": "a", "reviewer": "b", "expires": "2026-06-30" } }
        }
        """;

    private static void Same(Shape shape, JsonNode? schema)
    {
        Assert.NotNull(schema);
        Assert.Equal(JsonKind.False, schema.Find("additionalProperties")?.Kind);
        Assert.Equal(shape.Names.Order(StringComparer.Ordinal), schema.Find("properties")!.Members.Select(static member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(shape.Required.Order(StringComparer.Ordinal), (schema.Find("required")?.Items ?? []).Select(static name => name.StringValue).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string?> Words(JsonNode? node) => node!.Find("enum")!.Items.Select(static word => word.StringValue);
}
