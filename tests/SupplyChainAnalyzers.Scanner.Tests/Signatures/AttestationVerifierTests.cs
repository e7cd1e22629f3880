using System.Text.Json.Nodes;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Provenance;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Statements about files: whose, about which, and how they were built. Each one is signed as it is tested.</summary>
public sealed class AttestationVerifierTests : IDisposable
{
    private static readonly byte[] First = [1, 2, 3];
    private static readonly byte[] Second = [4];

    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;
    private readonly SlsaStatement _statement = new(First, Second);

    public AttestationVerifierTests()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a.onnx"), First);
        File.WriteAllBytes(Path.Combine(_folder, "b.onnx"), Second);
    }

    public void Dispose()
    {
        _statement.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Statement_about_the_files_is_taken(bool bare)
    {
        var result = Verify(_statement.Sign(bare));
        Assert.Empty(result.Uncovered);
        Assert.Equal("https://github.com/actions/runner/github-hosted", result.Provenance!.Builder);
        Assert.Equal(["git+https://github.com/acme/models@refs/tags/v1"], result.Provenance.Sources);
        Assert.Equal(
            ["workflow.ref=refs/tags/v1", "workflow.repository=https://github.com/acme/models", "workflow.path=.github/workflows/train.yml", "inputs.epochs=3", "inputs.clean=true"],
            result.Provenance.Parameters);
    }

    [Fact]
    public void File_that_is_no_subject_is_told()
    {
        File.WriteAllBytes(Path.Combine(_folder, "b.onnx"), [5]);
        Assert.Equal(["b.onnx"], Verify(_statement.Sign()).Uncovered);
    }

    [Fact]
    public void Only_the_demanded_files_need_to_be_subjects()
    {
        File.WriteAllBytes(Path.Combine(_folder, "readme"), [5]);
        Assert.Empty(Verify(_statement.Sign(), new AttestationDemand { Files = ["a.onnx", "b.onnx"] }).Uncovered);
    }

    [Fact]
    public void Several_in_lines_vouch_together()
    {
        using var one = new SlsaStatement(First);
        using var two = new SlsaStatement(Second);
        byte[] lines = [.. one.Sign(bare: true), (byte)'\n', .. two.Sign(), (byte)'\n'];
        Assert.Empty(new AttestationVerifier(Trust(one, two), new AttestationDemand()).Verify(lines, new DiskModel(_folder)).Uncovered);
        Refused(SignatureFault.Invalid, () => new AttestationVerifier(Trust(one), new AttestationDemand()).Verify(lines, new DiskModel(_folder)));
    }

    [Fact]
    public void Signature_of_another_key_is_refused()
    {
        using var other = new SlsaStatement(First);
        Refused(SignatureFault.Invalid, () => new AttestationVerifier(Trust(other), new AttestationDemand()).Verify(_statement.Sign(), new DiskModel(_folder)));
    }

    public static TheoryData<string, string[], string[], string[], string[]> Demands => new()
    {
        { "", ["https://github.com/actions/runner/*"], ["git+https://github.com/acme/*@refs/tags/*"], ["workflow.**", "inputs.**"], ["git+https://github.com/acme/**"] },
        { "provenance.builders", ["https://github.com/acme/*"], ["**"], ["**"], ["**"] },
        { "provenance.sources", ["**"], ["git+https://github.com/acme/models@refs/heads/*"], ["**"], ["**"] },
        { "provenance.parameters", ["**"], ["**"], ["workflow.**", "inputs.epochs=*"], ["**"] },
        { "provenance.dependencies", ["**"], ["**"], ["**"], [] },
    };

    [Theory]
    [MemberData(nameof(Demands))]
    public void Build_must_be_as_demanded(string refusal, string[] builders, string[] sources, string[] parameters, string[] dependencies)
    {
        var demand = new AttestationDemand { Builders = builders, Sources = sources, Parameters = parameters, Dependencies = dependencies };
        if (refusal.Length == 0)
            Assert.Empty(Verify(_statement.Sign(), demand).Uncovered);
        else
            Assert.Contains(refusal, Refused(SignatureFault.Provenance, () => Verify(_statement.Sign(), demand)), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_statement_is_taken_where_nothing_is_demanded_of_the_build()
    {
        _statement.Json["predicateType"] = "https://example.com/review/v1";
        Assert.Null(Verify(_statement.Sign()).Provenance);
        Refused(SignatureFault.Provenance, () => Verify(_statement.Sign(), new AttestationDemand { Builders = ["**"] }));
    }

    [Fact]
    public void Demanded_source_that_is_not_told_is_refused()
    {
        var definition = _statement.Json["predicate"]!["buildDefinition"]!;
        definition["externalParameters"] = new JsonObject();
        definition["resolvedDependencies"] = new JsonArray();
        Refused(SignatureFault.Provenance, () => Verify(_statement.Sign(), new AttestationDemand { Sources = ["**"] }));
    }

    [Theory]
    [InlineData("_type", "https://in-toto.io/Statement/v2")]
    [InlineData("predicate", "text")]
    public void What_breaks_the_specification_is_refused(string member, string value)
    {
        _statement.Json[member] = value;
        Refused(SignatureFault.Malformed, () => Verify(_statement.Sign(), new AttestationDemand { Builders = ["**"] }));
    }

    private AttestationResult Verify(byte[] bundle, AttestationDemand? demand = null) => new AttestationVerifier(Trust(_statement), demand ?? new AttestationDemand()).Verify(bundle, new DiskModel(_folder));

    private static string Refused(SignatureFault fault, Func<AttestationResult> verify)
    {
        var refusal = Assert.Throws<SignatureException>(verify);
        Assert.Equal(fault, refusal.Fault);
        return refusal.Message;
    }

    private static ISignerTrust Trust(params SlsaStatement[] signers) =>
        SignerTrust.Of([new ExpectedSigner { Method = SigningMethod.Key, Keys = [.. signers.Select(static signer => signer.PublicKey)] }], comparesHints: false);
}
