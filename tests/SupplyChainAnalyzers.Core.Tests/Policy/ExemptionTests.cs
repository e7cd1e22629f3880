using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class ExemptionTests
{
    public static TheoryData<string> NotExemptible => [.. Rules.All.Where(static rule => !rule.CanBeExempted).Select(static rule => rule.Id)];

    public static TheoryData<string> Exemptible => [.. Rules.All.Where(static rule => rule.CanBeExempted).Select(static rule => rule.Id)];

    [Theory, MemberData(nameof(NotExemptible))]
    public void No_exemption_covers_an_integrity_rule_or_a_failure_of_tool_and_policy(string rule) =>
        Invalid(PolicyFiles.Exemption(rule), "no exemption can");

    [Theory, MemberData(nameof(Exemptible))]
    public void Any_other_rule_can_be_exempted(string rule) =>
        Assert.Empty(PolicyFiles.ReadMembers("\"exemptions\": " + PolicyFiles.Exemption(rule)).Errors);

    [Theory]
    [InlineData("SCA9999", PolicyFiles.Digest, "does not exist")]
    [InlineData("SCA3002", "62c6", "not bound")]
    [InlineData("SCA3002", "62C66A7A5DD70C3146618063C344E531E6D4B59E379808443CE962B3ABD63C5A", "not bound")]
    [InlineData("", PolicyFiles.Digest, "does not exist")]
    [InlineData("SCA3002", PolicyFiles.Digest + "#", "not bound")]
    [InlineData("SCA3002", PolicyFiles.Digest + "x", "not bound")]
    [InlineData("SCA3002", "#torch.nn.Linear", "not bound")]
    public void A_key_names_a_rule_and_a_digest(string rule, string digest, string reason) => Invalid(PolicyFiles.Exemption(rule, digest), reason);

    [Theory]
    [InlineData("kim", "kim")]
    [InlineData("kim", "Kim")]
    [InlineData("kim", " kim ")]
    public void The_author_cannot_review(string author, string reviewer) => Invalid(PolicyFiles.Exemption(author: author, reviewer: reviewer), "own author");

    [Theory]
    [InlineData("reason")]
    [InlineData("author")]
    [InlineData("reviewer")]
    [InlineData("expires")]
    public void Every_part_is_needed(string part) => Invalid(PolicyFiles.Exemption().Replace($"\"{part}\":", "\"REMOVED\":").Replace("\"REMOVED\": \"isolated worker\", ", "")
        .Replace("\"REMOVED\": \"kim\", ", "").Replace("\"REMOVED\": \"alex\", ", "").Replace(", \"REMOVED\": \"2026-06-30\"", ""), $"has no '{part}'");

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("30.06.2026")]
    [InlineData("2026-6-30")]
    [InlineData("never")]
    public void The_last_day_must_exist(string day)
    {
        var error = PolicyFiles.OnlyError(PolicyFiles.ReadMembers("\"exemptions\": " + PolicyFiles.Exemption(expires: day)));
        Assert.Same(Rules.PolicyValue, error.Rule);
        Assert.Contains(day, error.Message);
    }

    [Fact]
    public void Where_reviewers_are_named_one_of_them_reviews()
    {
        const string Reviewers = "\"approvals\": { \"reviewers\": { \"alex\": \"alex.pem\" } }, \"exemptions\": ";
        Assert.Empty(PolicyFiles.ReadMembers(Reviewers + PolicyFiles.Exemption(reviewer: "alex")).Errors);
        var error = PolicyFiles.OnlyError(PolicyFiles.ReadMembers(Reviewers + PolicyFiles.Exemption(reviewer: "sam")));
        Assert.Same(Rules.ExemptionInvalid, error.Rule);
        Assert.Contains("'sam'", error.Message);
    }

    private static void Invalid(string exemption, string reason)
    {
        var error = PolicyFiles.OnlyError(PolicyFiles.ReadMembers("\"exemptions\": " + exemption));
        Assert.Same(Rules.ExemptionInvalid, error.Rule);
        Assert.Equal(PolicyFiles.Child, error.File);
        Assert.Equal(3, error.Region.Line);
        Assert.Contains(reason, error.Message);
    }
}
