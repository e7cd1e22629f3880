using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Verification.Behavior;

namespace SupplyChainAnalyzers.Core.Tests.Verification.Behavior;

public sealed class AcceptanceTests
{
    private static readonly string Digest = new('a', 64);
    private static readonly DateTime LastDay = new(2027, 6, 30, 0, 0, 0, DateTimeKind.Utc);

    private static readonly AcceptedTrigger Accepted = new()
    {
        Key = "neural-cleanse#7",
        Sha256 = Digest,
        Score = "1.4",
        Reason = "class 7 is a\u001b blank sign",
        Author = "kim",
        Reviewer = "alex",
        Expires = LastDay,
    };

    [Fact]
    public void Accepted_finding_is_said_as_accepted_with_its_reason()
    {
        var findings = Apply(Accepted);

        var finding = Assert.Single(findings);
        Assert.Equal(Rules.FindingAccepted, finding.Rule);
        Assert.Contains("neural-cleanse found for class 7 (1.23, accepted up to 1.4) is accepted until 2027-06-30, reviewed by alex: class 7 is a", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', finding.Message);
        Assert.True(Acceptance.CoversAll(findings));
    }

    [Fact]
    public void Last_day_still_counts_and_the_next_does_not()
    {
        Assert.Equal(Rules.FindingAccepted, Assert.Single(Apply(Accepted, today: LastDay)).Rule);
        NotHeld(Apply(Accepted, today: LastDay.AddDays(1)), "it expired on 2027-06-30");
    }

    [Theory]
    [InlineData(1.4, true)]
    [InlineData(1.404, true)]
    [InlineData(1.41, false)]
    [InlineData(null, false)]
    public void Score_counts_as_it_is_shown(double? score, bool isAccepted)
    {
        var findings = Apply(Accepted, score);
        if (isAccepted)
            Assert.Equal(Rules.FindingAccepted, Assert.Single(findings).Rule);
        else
            NotHeld(findings, "more than 1.4");
    }

    [Fact]
    public void Other_content_class_or_check_is_not_covered()
    {
        NotHeld(Apply(Accepted with { Sha256 = new string('b', 64) }), "it is for the content bbbbbbbbbbbb…");
        Assert.Equal(Rules.SmallPatchFound, Assert.Single(Apply(Accepted with { Key = "neural-cleanse#8" })).Rule);
        Assert.Equal(Rules.SmallPatchFound, Assert.Single(Apply(Accepted with { Key = "additive#7" })).Rule);
        Assert.Equal(Rules.SmallPatchFound, Assert.Single(Apply(Accepted with { Key = "neural-cleanse" })).Rule);
        Assert.Equal(Rules.SmallPatchFound, Assert.Single(Apply(null)).Rule);
    }

    [Fact]
    public void Where_the_policy_names_reviewers_nobody_else_can_review()
    {
        var alex = new Dictionary<string, Reviewer> { ["alex"] = new("/keys/alex.pem", PolicyPlace.BuiltIn) };
        var sam = new Dictionary<string, Reviewer> { ["sam"] = new("/keys/sam.pem", PolicyPlace.BuiltIn) };

        Assert.Equal(Rules.FindingAccepted, Assert.Single(Apply(Accepted, approvals: new() { Reviewers = new(alex, PolicyPlace.BuiltIn) })).Rule);
        NotHeld(Apply(Accepted, approvals: new() { Reviewers = new(sam, PolicyPlace.BuiltIn) }), "'alex' is no reviewer of the built-in policy");
    }

    [Fact]
    public void Notes_and_findings_beside_it_stay()
    {
        var result = Result(1.23) with { Findings = [.. Result(1.23).Findings, new Finding(Rules.BehaviorLimited, "was checked in part only"), new Finding(Rules.WeightsStandOut, "has a channel") { Symbol = "weights" }] };
        Finding[] findings = [.. Acceptance.Apply(Fact(Accepted), new ApprovalsPolicy(), result, LastDay)];

        Assert.Equal([Rules.FindingAccepted, Rules.BehaviorLimited, Rules.WeightsStandOut], findings.Select(static finding => finding.Rule));
        Assert.False(Acceptance.CoversAll(findings));
        Assert.False(Acceptance.CoversAll([]));
    }

    private static void NotHeld(Finding[] findings, string reason)
    {
        Assert.Equal([Rules.SmallPatchFound, Rules.AcceptanceNotValid], findings.Select(static finding => finding.Rule));
        Assert.Contains(reason, findings[1].Message, StringComparison.Ordinal);
        Assert.False(Acceptance.CoversAll(findings));
    }

    private static Finding[] Apply(AcceptedTrigger? accepted, double? score = 1.23, DateTime? today = null, ApprovalsPolicy? approvals = null) =>
        [.. Acceptance.Apply(Fact(accepted), approvals ?? new ApprovalsPolicy(), Result(score), today ?? LastDay)];

    private static BehaviorFact Fact(AcceptedTrigger? accepted) => new()
    {
        Accepted = accepted is null ? new Dictionary<string, AcceptedTrigger>() : new Dictionary<string, AcceptedTrigger> { [accepted.Key] = accepted },
    };

    private static ScanResult Result(double? score) => new()
    {
        File = new ScanFile("/m.onnx", Digest, "m.onnx"),
        Format = ModelFormats.Onnx,
        Sha256 = Digest,
        Size = 1,
        Behavior = new BehaviorReport
        {
            Verdict = BehaviorVerdict.Suspicious,
            Checks = [new CheckResult("neural-cleanse", CheckOutcome.Suspicious, "can be turned") { Score = score, TargetClass = 7, Rule = Rules.SmallPatchFound }, new CheckResult("weights", CheckOutcome.Suspicious, "has a channel") { Rule = Rules.WeightsStandOut }],
        },
        Findings = [new Finding(Rules.SmallPatchFound, "'m.onnx' can be turned") { Symbol = "neural-cleanse", Sha256 = Digest }],
    };
}
