using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

/// <summary>Each class of error, at its place.</summary>
public class PolicyErrorTests
{
    // Columns count from the start of line 3, where the members stand.
    [Theory]
    [InlineData("\"mode\": \"audit\",", "SCA5102", 4, 1)]
    [InlineData("// no comments", "SCA5102", 3, 1)]
    [InlineData("\"mode\": \"audit\", \"mode\": \"strict\"", "SCA5104", 3, 18)]
    [InlineData("\"licences\": {}", "SCA5105", 3, 1)]
    [InlineData("\"scan\": { \"failon\": \"malicious\" }", "SCA5105", 3, 11)]
    [InlineData("\"scan\": { \"pickle\": { \"x\": 1 } }", "SCA5105", 3, 23)]
    [InlineData("\"mode\": \"loose\"", "SCA5106", 3, 9)]
    [InlineData("\"mode\": 1", "SCA5106", 3, 9)]
    [InlineData("\"mode\": null", "SCA5106", 3, 9)]
    [InlineData("\"scan\": []", "SCA5106", 3, 9)]
    [InlineData("\"bom\": { \"require\": \"true\" }", "SCA5106", 3, 21)]
    [InlineData("\"sources\": { \"endpoints\": \"https://a\" }", "SCA5106", 3, 27)]
    [InlineData("\"sources\": { \"endpoints\": [\"\"] }", "SCA5106", 3, 28)]
    [InlineData("\"sources\": { \"endpoints\": [\"a\\nb\"] }", "SCA5106", 3, 28)]
    [InlineData("\"sources\": { \"endpoints\": [1] }", "SCA5106", 3, 28)]
    [InlineData("\"sources\": { \"allow\": [{}] }", "SCA5106", 3, 24)]
    [InlineData("\"sources\": { \"allow\": [{ \"type\": \"hf\" }] }", "SCA5106", 3, 34)]
    [InlineData("\"sources\": { \"allow\": [{ \"type\": \"oci\", \"org\": [] }] }", "SCA5105", 3, 41)]
    [InlineData("\"formats\": { \"deny\": [\"pickel\"] }", "SCA5106", 3, 23)]
    [InlineData("\"formats\": { \"allow\": [\"zz-*\"] }", "SCA5106", 3, 24)]
    [InlineData("\"frameworks\": { \"minimum\": { \"torch\": \"2\" } }", "SCA5106", 3, 30)]
    [InlineData("\"frameworks\": { \"minimum\": { \"pypi/torch\": \"2.6rc1\" } }", "SCA5106", 3, 44)]
    [InlineData("\"frameworks\": { \"minimum\": { \"pypi/torch\": 2.6 } }", "SCA5106", 3, 44)]
    [InlineData("\"frameworks\": { \"minimum\": { \"pypi/a-b\": \"1\", \"pypi/A_b\": \"2\" } }", "SCA5104", 3, 47)]
    [InlineData("\"provenance\": { \"require\": [\"basemodel\"] }", "SCA5106", 3, 29)]
    [InlineData("\"behavior\": { \"require\": { \"onx\": [] } }", "SCA5106", 3, 28)]
    [InlineData("\"behavior\": { \"require\": { \"onnx\": [\"gold\"] } }", "SCA5106", 3, 37)]
    [InlineData("\"behavior\": { \"budgetSeconds\": 0 }", "SCA5106", 3, 32)]
    [InlineData("\"behavior\": { \"budgetSeconds\": 1.5 }", "SCA5106", 3, 32)]
    [InlineData("\"behavior\": { \"budgetSeconds\": 99999999999 }", "SCA5106", 3, 32)]
    [InlineData("\"approvals\": { \"required\": -1 }", "SCA5106", 3, 28)]
    [InlineData("\"approvals\": { \"reviewers\": { \"a\": \"/etc/key\" } }", "SCA5106", 3, 36)]
    [InlineData("\"approvals\": { \"reviewers\": { \" \": \"key\" } }", "SCA5106", 3, 31)]
    [InlineData("\"advisories\": { \"file\": \"a.json\" }", "SCA5106", 3, 25)]
    [InlineData("\"advisories\": { \"sha256\": \"62c6\" }", "SCA5106", 3, 27)]
    [InlineData("\"signatures\": { \"trusted\": { \"a\": { \"method\": \"key\", \"for\": [\"*\"] } } }", "SCA5106", 3, 30)]
    [InlineData("\"signatures\": { \"trusted\": { \"a\": { \"for\": [\"*\"] } } }", "SCA5106", 3, 30)]
    [InlineData("\"signatures\": { \"trusted\": { \"a\": { \"method\": \"pgp\" } } }", "SCA5106", 3, 47)]
    [InlineData("\"signatures\": { \"trusted\": { \"a\": { \"method\": \"key\", \"for\": [\"*\"], \"keys\": [] } } }", "SCA5106", 3, 76)]
    [InlineData("\"signatures\": { \"trusted\": { \"a\": { \"method\": \"key\", \"for\": [\"*\"], \"keys\": [\"k\"], \"roots\": [] } } }", "SCA5105", 3, 83)]
    [InlineData("\"extends\": \"a.json\"", "SCA5106", 3, 12)]
    [InlineData("\"extends\": [\"https://a/b.json\"]", "SCA5106", 3, 13)]
    [InlineData("\"extends\": [\"C:/a.json\"]", "SCA5106", 3, 13)]
    [InlineData("\"extends\": [\"..\\\\a.json\"]", "SCA5106", 3, 13)]
    [InlineData("\"extends\": [\"../../../../a.json\"]", "SCA5106", 3, 13)]
    [InlineData("\"extends\": [\"../missing.json\"]", "SCA5101", 3, 13)]
    [InlineData("\"extends\": [\"models.policy.json\"]", "SCA5107", 3, 13)]
    [InlineData("\"exemptions\": { \"SCA3002\": {} }", "SCA5112", 3, 17)]
    [InlineData("<<<<<<< ours", "SCA5108", 3, 1)]
    public void Fault_has_its_rule_and_place(string members, string rule, int line, int column)
    {
        var error = PolicyFiles.OnlyError(PolicyFiles.ReadMembers(members));
        Assert.Equal((rule, PolicyFiles.Child, line, column), (error.Rule.Id, error.File, error.Region.Line, error.Region.Column));
        Assert.False(error.Message.EndsWith('.'), error.Message);
    }

    [Theory]
    [InlineData("{}", 1, 1)]
    [InlineData("{ \"policyVersion\": 2, \"newMember\": 1 }", 1, 20)]
    [InlineData("{ \"policyVersion\": \"1\" }", 1, 20)]
    [InlineData("{ \"policyVersion\": 1.0 }", 1, 20)]
    public void Version_that_is_not_known_is_SCA5103_and_nothing_else(string text, int line, int column)
    {
        var error = PolicyFiles.OnlyError(new PolicyFiles { [PolicyFiles.Child] = text }.Read());
        Assert.Equal(("SCA5103", line, column), (error.Rule.Id, error.Region.Line, error.Region.Column));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    public void Root_that_is_no_object_is_SCA5106(string text) =>
        Assert.Equal("SCA5106", PolicyFiles.OnlyError(new PolicyFiles { [PolicyFiles.Child] = text }.Read()).Rule.Id);

    [Fact]
    public void Empty_file_is_SCA5102() => Assert.Equal("SCA5102", PolicyFiles.OnlyError(new PolicyFiles { [PolicyFiles.Child] = "" }.Read()).Rule.Id);

    [Fact]
    public void Every_fault_is_reported_in_order_of_place()
    {
        var errors = PolicyFiles.ReadMembers("\"mode\": \"x\",\n\"nonsense\": 1,\n\"bom\": { \"require\": 1 }").Errors;
        Assert.Equal(["SCA5106", "SCA5105", "SCA5106"], errors.Select(static error => error.Rule.Id));
        Assert.Equal([3, 4, 5], errors.Select(static error => error.Region.Line));
    }

    [Fact]
    public void Missing_policy_is_SCA5101_of_the_file() =>
        Assert.Equal((Rules.PolicyUnreadable, PolicyFiles.Child), (PolicyFiles.OnlyError(new PolicyFiles().Read()) is var error ? error.Rule : null, error.File));

    [Fact]
    public void Reader_that_throws_is_SCA5101_with_the_reason_neutralised()
    {
        var error = PolicyFiles.OnlyError(PolicyReader.Read(PolicyFiles.Child, static _ => throw new UnauthorizedAccessException("no\n##vso[x]")));
        Assert.Same(Rules.PolicyUnreadable, error.Rule);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("##vso[", error.Message);
    }

    [Fact]
    public void Cancellation_is_not_swallowed() =>
        Assert.Throws<OperationCanceledException>(() => PolicyReader.Read(PolicyFiles.Child, static _ => throw new OperationCanceledException()));

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x7B, 0x7D })]
    [InlineData(new byte[] { 0x7B, 0x22, 0xC0, 0x80, 0x22 })]
    public void What_is_not_UTF_8_is_SCA5101(byte[] bytes) =>
        Assert.Equal("SCA5101", PolicyFiles.OnlyError(PolicyReader.Read(PolicyFiles.Child, _ => bytes)).Rule.Id);

    [Fact]
    public void Too_large_a_file_is_SCA5107()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(PolicyFiles.Text("").PadRight(PolicyReader.MaxBytes + 1));
        Assert.Equal("SCA5107", PolicyFiles.OnlyError(PolicyReader.Read(PolicyFiles.Child, _ => bytes)).Rule.Id);
        Assert.Empty(PolicyReader.Read(PolicyFiles.Child, _ => bytes[..PolicyReader.MaxBytes]).Errors);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Pattern_of_more_than_256_characters_is_SCA5107(int length, bool fits)
    {
        var result = PolicyFiles.ReadMembers($"\"licenses\": {{ \"allow\": [\"{new string('a', length)}\"] }}");
        Assert.Equal(fits, result.Errors.Count == 0);
        Assert.All(result.Errors, static error => Assert.Equal("SCA5107", error.Rule.Id));
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void List_of_more_than_1000_entries_is_SCA5107(int count, bool fits)
    {
        string list = string.Join(",", Enumerable.Range(0, count).Select(static i => $"\"l{i}\""));
        var result = PolicyFiles.ReadMembers($"\"licenses\": {{ \"allow\": [{list}] }}");
        Assert.Equal(fits, result.Errors.Count == 0);
        Assert.All(result.Errors, static error => Assert.Equal("SCA5107", error.Rule.Id));
    }

    [Fact]
    public void Too_deep_a_file_is_SCA5107() =>
        Assert.Equal("SCA5107", PolicyFiles.OnlyError(PolicyFiles.ReadMembers($"\"mode\": {new string('[', 40)}{new string(']', 40)}")).Rule.Id);

    [Theory]
    [InlineData("\"licences\": {}", "'licenses'")]
    [InlineData("\"mode\": \"strcit\"", "'strict'")]
    [InlineData("\"formats\": { \"deny\": [\"pickel\"] }", "'pickle'")]
    public void A_likely_meaning_is_named(string members, string expected) =>
        Assert.Contains("did you mean " + expected, PolicyFiles.OnlyError(PolicyFiles.ReadMembers(members)).Message);

    [Fact]
    public void Hostile_text_is_shown_neutralised()
    {
        var error = PolicyFiles.OnlyError(PolicyFiles.ReadMembers("\"a\\u001b[31m##vso[task]\\u202e\": 1"));
        Assert.DoesNotContain('\u001b', error.Message);
        Assert.DoesNotContain('\u202e', error.Message);
        Assert.DoesNotContain("##vso[", error.Message);
    }
}
