using System.Globalization;
using System.IO.Compression;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Cli.Tests.Output.Sarif;

public sealed class SarifReportTests
{
    private static readonly JsonNode Schema = Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "sarif-schema-2.1.0.json")));

    private static readonly byte[] Polyglot = [.. "GGUF"u8, 3, 0, 0, 0, .. new byte[16], 0x50, 0x4B, 5, 6, .. new byte[18]];

    [Fact]
    public void Validator_refuses_what_is_no_sarif()
    {
        Assert.Empty(new SchemaValidator(Schema).Failures(Parse("""{ "version": "2.1.0", "runs": [] }""")));
        Assert.NotEmpty(new SchemaValidator(Schema).Failures(Parse("""{ "version": "2.1.0", "runs": [ { } ] }""")));
        Assert.NotEmpty(new SchemaValidator(Schema).Failures(Parse("""{ "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "x" } }, "results": [ { "level": "fatal", "message": { "text": "x" } } ] } ] }""")));
    }

    [Fact]
    public void Report_is_valid_and_the_same_every_time()
    {
        using var folder = Folder();
        var text = folder.Run("scan", "m", "missing", "--format", "sarif").Ended(2).Out;
        Assert.Empty(new SchemaValidator(Schema).Failures(Parse(text)));
        Assert.Equal(text, folder.Run("scan", "m", "missing", "--format", "sarif").Out);
        Assert.DoesNotContain(folder.Root, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_scan_is_valid()
    {
        using var folder = new CliFolder();
        Directory.CreateDirectory(folder.Full("nothing"));
        Assert.Empty(new SchemaValidator(Schema).Failures(Parse(folder.Run("scan", "nothing", "--format", "sarif").Ended(0).Out)));
    }

    [Fact]
    public void Result_has_a_place_a_rank_and_a_fingerprint_that_survives_other_bytes()
    {
        using var folder = Folder();
        var result = Result(folder, "SCA3004");
        Assert.Equal("error", Text(result, "level"));
        var place = result.Find("locations")!.Items[0].Find("physicalLocation")!;
        Assert.Equal(("m/b%20%23.gguf", "SRCROOT"), (Text(place.Find("artifactLocation")!, "uri"), Text(place.Find("artifactLocation")!, "uriBaseId")));
        Assert.Equal(("1", "24"), (place.Find("region")!.Find("startLine")!.NumberText, place.Find("region")!.Find("byteOffset")!.NumberText));
        Assert.Equal("80", result.Find("rank")!.NumberText);

        var fingerprint = Text(result.Find("partialFingerprints")!, "modelFinding/v1");
        folder.Write("m/b #.gguf", [.. Polyglot[..20], 0, 0, 0, 0, 0, 0, 0, 0, .. Polyglot[20..]]);
        var moved = Result(folder, "SCA3004");
        Assert.Equal(fingerprint, Text(moved.Find("partialFingerprints")!, "modelFinding/v1"));
        Assert.Equal("32", moved.Find("locations")!.Items[0].Find("physicalLocation")!.Find("region")!.Find("byteOffset")!.NumberText);
    }

    [Fact]
    public void Rule_says_its_place_in_the_catalogues()
    {
        using var folder = Folder();
        var run = Run(folder);
        var rule = run.Find("tool")!.Find("driver")!.Find("rules")!.Items.Single(static rule => Text(rule, "id") == "SCA3004");
        Assert.Equal("8.0", Text(rule.Find("properties")!, "security-severity"));
        Assert.Contains("external/cwe/cwe-436", rule.Find("properties")!.Find("tags")!.Items.Select(static tag => tag.StringValue));
        Assert.All(rule.Find("relationships")!.Items, relationship =>
        {
            var target = relationship.Find("target")!;
            var taxonomy = run.Find("taxonomies")!.Items[int.Parse(target.Find("toolComponent")!.Find("index")!.NumberText!, CultureInfo.InvariantCulture)];
            Assert.Equal(Text(taxonomy, "guid"), Text(target.Find("toolComponent")!, "guid"));
            Assert.Contains(Text(target, "id"), taxonomy.Find("taxa")!.Items.Select(static taxon => Text(taxon, "id")));
        });
        Assert.Equal(["AML.T0076", "LLM03", "20", "436"], rule.Find("relationships")!.Items.Select(static relationship => Text(relationship.Find("target")!, "id")));
    }

    [Fact]
    public void Artifacts_are_all_files_with_their_digests_and_the_members_that_have_findings()
    {
        using var folder = Folder();
        var run = Run(folder);
        var artifacts = run.Find("artifacts")!.Items;
        Assert.Equal(["m/a", "m/b%20%23.gguf", "m/c.zip"], artifacts.Take(3).Select(static artifact => Text(artifact.Find("location")!, "uri")));
        Assert.All(artifacts.Take(3), static artifact => Assert.Equal(64, Text(artifact.Find("hashes")!, "sha-256")!.Length));
        Assert.All(artifacts.Skip(3), static artifact => Assert.Equal("2", artifact.Find("parentIndex")!.NumberText));
    }

    [Fact]
    public void Exemption_is_a_suppression_with_its_reason()
    {
        using var folder = Folder();
        var sha256 = Text(Run(folder).Find("artifacts")!.Items[1].Find("hashes")!, "sha-256");
        folder.Write("p.json", $$"""{ "policyVersion": 1, "exemptions": { "SCA3004@sha256:{{sha256}}": { "reason": "known", "author": "kim", "reviewer": "alex", "expires": "2999-01-01" } } }""");
        var result = Result(folder, "SCA3004", "--policy", "p.json");
        Assert.Equal("note", Text(result, "level"));
        var suppression = Assert.Single(result.Find("suppressions")!.Items);
        Assert.Equal(("external", "accepted", "known (until 2999-01-01, reviewed by alex)"), (Text(suppression, "kind"), Text(suppression, "status"), Text(suppression, "justification")));
    }

    [Fact]
    public void Every_entry_that_a_rule_refers_to_has_a_name() => Assert.All(
        Rules.All.SelectMany(static rule => rule.Taxa.Atlas.Concat(rule.Taxa.Owasp).Concat(rule.Taxa.Cwe.Select(TaxonNames.OfCwe))),
        static id => Assert.True(TaxonNames.Of(id) is not null, id));

    private static CliFolder Folder()
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("in ner.bin").Open())
            entry.Write([0x13, 0x37, 0, 1, 2, 3, 0xFE, 0xFF, 7]);

        return new CliFolder().Write("m/a", []).Write("m/b #.gguf", Polyglot).Write("m/c.zip", archive.ToArray());
    }

    private static JsonNode Result(CliFolder folder, string rule, params string[] options) =>
        Run(folder, options).Find("results")!.Items.Single(result => Text(result, "ruleId") == rule);

    private static JsonNode Run(CliFolder folder, params string[] options)
    {
        var report = Parse(folder.Run(["scan", "m", "--format", "sarif", .. options]).Out);
        Assert.Empty(new SchemaValidator(Schema).Failures(report));
        return report.Find("runs")!.Items[0];
    }

    private static string? Text(JsonNode node, string name) => node.Find(name)?.StringValue;

    private static JsonNode Parse(string text) => JsonReader.Parse(text, JsonLimits.Default).Root!;
}
