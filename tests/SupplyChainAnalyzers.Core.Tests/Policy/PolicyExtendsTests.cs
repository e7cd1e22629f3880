using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class PolicyExtendsTests
{
    [Fact]
    public void Child_inherits_what_it_leaves_out_with_the_place_in_the_base()
    {
        var policy = PolicyFiles.Value(PolicyFiles.ReadExtending("\"mode\": \"strict\"", "\"scan\": { \"failOn\": \"suspicious\" }"));
        Assert.Equal(Mode.Strict, policy.Mode!.Value);
        Assert.Equal(FailOn.Suspicious, policy.Scan.FailOn!.Value);
        Assert.Equal(PolicyFiles.Base, policy.Scan.FailOn.Place.File);
        Assert.Equal(3, policy.Scan.FailOn.Place.Region.Line);
    }

    [Fact]
    public void Files_of_the_chain_are_listed_with_their_digests()
    {
        var policy = PolicyFiles.Value(PolicyFiles.ReadExtending("", ""));
        Assert.Equal([PolicyFiles.Child, PolicyFiles.Base], policy.Files.Select(static file => file.Path));
        Assert.All(policy.Files, static file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256));

        // printf '{\n"policyVersion": 1\n}\n' | sha256sum
        Assert.Equal("5b9f25f2d87acfcb093be2011167246d247c65d73b74a13a6c294679be93ed65", policy.Files[1].Sha256);
    }

    [Fact]
    public void Paths_in_a_base_count_from_the_base()
    {
        var policy = PolicyFiles.Value(PolicyFiles.ReadExtending("", "\"approvals\": { \"reviewers\": { \"a\": \"keys/a.pem\" } }"));
        Assert.Equal("/org/keys/a.pem", policy.Approvals.Reviewers!.Value["a"].KeyPath);
    }

    [Fact]
    public void Errors_of_a_base_are_errors_of_the_policy_and_name_the_base()
    {
        var error = PolicyFiles.OnlyError(PolicyFiles.ReadExtending("", "\"mode\": \"x\""));
        Assert.Equal((PolicyFiles.Base, 3, 9), (error.File, error.Region.Line, error.Region.Column));
    }

    [Fact]
    public void A_chain_of_8_policies_is_read_and_one_of_9_is_SCA5107()
    {
        Assert.Empty(Chain(8).Read("/p1.json").Errors);
        var error = PolicyFiles.OnlyError(Chain(9).Read("/p1.json"));
        Assert.Equal((Rules.PolicyLimit, "/p8.json"), (error.Rule, error.File));
    }

    [Fact]
    public void A_cycle_is_SCA5107_where_it_closes()
    {
        var files = new PolicyFiles { ["/a.json"] = Extends("b.json"), ["/b.json"] = Extends("a.json") };
        var error = PolicyFiles.OnlyError(files.Read("/a.json"));
        Assert.Equal((Rules.PolicyLimit, "/b.json", 3, 13), (error.Rule, error.File, error.Region.Line, error.Region.Column));
        Assert.Contains("leads back", error.Message);
    }

    [Fact]
    public void A_base_that_two_bases_share_is_read_once()
    {
        var files = new PolicyFiles
        {
            ["/a.json"] = Extends("b.json", "c.json"),
            ["/b.json"] = Extends("d.json"),
            ["/c.json"] = Extends("d.json"),
            ["/d.json"] = PolicyFiles.Text("\"mode\": \"strict\""),
        };
        Assert.Equal(["/a.json", "/b.json", "/d.json", "/c.json"], PolicyFiles.Value(files.Read("/a.json")).Files.Select(static file => file.Path));
    }

    [Fact]
    public void Sixteen_files_are_read_and_seventeen_are_SCA5107()
    {
        Assert.Empty(Star(15).Read("/a.json").Errors);
        Assert.Equal(Rules.PolicyLimit, PolicyFiles.OnlyError(Star(16).Read("/a.json")).Rule);
    }

    [Fact]
    public void All_files_together_have_a_size_limit()
    {
        var files = new PolicyFiles { ["/a.json"] = Extends("b.json"), ["/b.json"] = PolicyFiles.Text("").PadRight(PolicyReader.MaxBytes - 10) };
        var error = PolicyFiles.OnlyError(files.Read("/a.json"));
        Assert.Equal((Rules.PolicyLimit, "/a.json", 3), (error.Rule, error.File, error.Region.Line));
    }

    [Theory]
    [InlineData("\"mode\": \"audit\"", "\"mode\": \"strict\"")]
    [InlineData("\"mode\": \"strict\"", "\"mode\": \"audit\"")]
    [InlineData("\"mode\": \"strict\"", "")]
    public void Of_two_bases_the_stricter_holds(string first, string second) =>
        Assert.Equal(Mode.Strict, Two(first, second).Mode!.Value);

    [Theory]
    [InlineData("\"mode\": \"audit\"", "")]
    [InlineData("", "\"mode\": \"audit\"")]
    public void A_base_that_is_silent_counts_with_its_built_in_value(string first, string second) =>
        Assert.Equal(Mode.Default, Two(first, second).Mode!.Value);

    [Fact]
    public void Of_two_lists_of_allowed_things_what_both_allow_is_left()
    {
        var policy = Two("\"licenses\": { \"allow\": [\"MIT\", \"Apache-*\", \"BSD-3-Clause\"] }", "\"licenses\": { \"allow\": [\"Apache-2.0\", \"BSD-*\", \"ISC\"] }");
        Assert.Equal(["BSD-3-Clause", "Apache-2.0"], policy.Licenses.Allow!.Value.Select(static pattern => pattern.Text));
    }

    [Fact]
    public void Of_two_lists_of_demands_both_hold()
    {
        var policy = Two("\"formats\": { \"deny\": [\"pickle\"] }", "\"formats\": { \"deny\": [\"keras-*\", \"pickle\"] }");
        Assert.Equal(["pickle", "keras-*"], policy.Formats.Deny!.Value.Select(static pattern => pattern.Text));
    }

    [Fact]
    public void An_exemption_that_only_one_of_two_bases_grants_does_not_hold() =>
        Assert.Empty(Two("\"exemptions\": " + PolicyFiles.Exemption(), "").Exemptions!.Value);

    [Fact]
    public void An_exemption_that_both_grant_holds_until_the_earlier_day()
    {
        var policy = Two("\"exemptions\": " + PolicyFiles.Exemption(expires: "2026-06-30"), "\"exemptions\": " + PolicyFiles.Exemption(expires: "2026-05-31"));
        Assert.Equal(new DateTime(2026, 5, 31), Assert.Single(policy.Exemptions!.Value).Value.Expires);
    }

    [Fact]
    public void Two_bases_with_different_advisories_cannot_both_hold()
    {
        string Advisories(char digit) => $"\"advisories\": {{ \"file\": \"a.json\", \"sha256\": \"{new string(digit, 64)}\" }}";
        var errors = ReadTwo(Advisories('a'), Advisories('b')).Errors;
        Assert.Equal([Rules.PolicyLoosens], errors.Select(static error => error.Rule));
    }

    private static ModelsPolicy Two(string first, string second) => PolicyFiles.Value(ReadTwo(first, second));

    private static Core.Manifest.ReadResult<ModelsPolicy> ReadTwo(string first, string second) => new PolicyFiles
    {
        ["/a.json"] = Extends("b.json", "c.json"),
        ["/b.json"] = PolicyFiles.Text(first),
        ["/c.json"] = PolicyFiles.Text(second),
    }.Read("/a.json");

    private static PolicyFiles Chain(int length)
    {
        var files = new PolicyFiles();
        for (int i = 1; i < length; i++) files[$"/p{i}.json"] = Extends($"p{i + 1}.json");
        files[$"/p{length}.json"] = PolicyFiles.Text("");
        return files;
    }

    private static PolicyFiles Star(int bases)
    {
        var files = new PolicyFiles { ["/a.json"] = Extends([.. Enumerable.Range(0, bases).Select(static i => $"b{i}.json")]) };
        for (int i = 0; i < bases; i++) files[$"/b{i}.json"] = PolicyFiles.Text("");
        return files;
    }

    private static string Extends(params string[] paths) =>
        PolicyFiles.Text($"\"extends\": [{string.Join(", ", paths.Select(static path => $"\"{path}\""))}]");
}
