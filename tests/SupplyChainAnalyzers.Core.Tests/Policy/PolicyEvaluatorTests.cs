using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class PolicyEvaluatorTests
{
    private static readonly DateTime Today = new(2026, 6, 30, 13, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(Mode.Audit)]
    [InlineData(Mode.Default)]
    [InlineData(Mode.Strict)]
    public void Without_settings_a_rule_has_the_level_of_the_mode(Mode mode) => Assert.All(Rules.All, rule =>
        Assert.Equal(rule.LevelIn(mode), LevelOf(new ModelsPolicy(), mode, new Finding(rule, "m"))));

    [Theory]
    [InlineData("SCA2104", Mode.Audit, Level.Message)]
    [InlineData("SCA2104", Mode.Default, Level.Error)]
    [InlineData("SCA2002", Mode.Audit, Level.Message)]
    [InlineData("SCA0001", Mode.Audit, Level.Error)]
    [InlineData("SCA5109", Mode.Audit, Level.Error)]
    [InlineData("SCA1030", Mode.Default, Level.Message)]
    [InlineData("SCA1030", Mode.Strict, Level.Warning)]
    [InlineData("SCA2120", Mode.Default, Level.Warning)]
    [InlineData("SCA2120", Mode.Strict, Level.Error)]
    [InlineData("SCA3001", Mode.Default, Level.Warning)]
    [InlineData("SCA3001", Mode.Strict, Level.Error)]
    [InlineData("SCA3002", Mode.Default, Level.Warning)]
    [InlineData("SCA3002", Mode.Strict, Level.Error)]
    [InlineData("SCA0003", Mode.Default, Level.Warning)]
    [InlineData("SCA0003", Mode.Strict, Level.Error)]
    [InlineData("SCA0007", Mode.Default, Level.Message)]
    [InlineData("SCA0007", Mode.Strict, Level.Error)]
    [InlineData("SCA2000", Mode.Strict, Level.Message)]
    public void Modes_are_as_documented(string id, Mode mode, Level expected) =>
        Assert.Equal(expected, LevelOf(new ModelsPolicy(), mode, new Finding(Rules.Find(id)!, "m")));

    [Theory]
    [InlineData(null, null, Mode.Default)]
    [InlineData(null, Mode.Audit, Mode.Audit)]
    [InlineData(null, Mode.Strict, Mode.Strict)]
    [InlineData("audit", null, Mode.Audit)]
    [InlineData("audit", Mode.Default, Mode.Default)]
    [InlineData("default", Mode.Audit, Mode.Default)]
    [InlineData("strict", Mode.Audit, Mode.Strict)]
    [InlineData("default", Mode.Strict, Mode.Strict)]
    public void The_stricter_of_policy_and_request_holds(string? stated, Mode? requested, Mode expected) =>
        Assert.Equal(expected, new PolicyEvaluator(WithMode(stated), requested).Mode);

    [Theory]
    [InlineData("strict", Mode.Default, true)]
    [InlineData("strict", Mode.Strict, false)]
    [InlineData("default", Mode.Strict, false)]
    [InlineData("strict", null, false)]
    [InlineData(null, Mode.Audit, false)]
    public void A_weaker_request_is_said(string? stated, Mode? requested, bool said)
    {
        var notices = new PolicyEvaluator(WithMode(stated), requested).Notices(Today);
        Assert.Equal(said, notices.Any(static notice => notice.Rule == Rules.WeakerModeIgnored));
    }

    [Theory]
    [InlineData("", Severity.Medium, Level.Warning)]
    [InlineData("\"scan\": { \"failOn\": \"malicious\" }", Severity.Medium, Level.Warning)]
    [InlineData("\"scan\": { \"failOn\": \"suspicious\" }", Severity.Medium, Level.Error)]
    [InlineData("\"scan\": { \"failOn\": \"suspicious\" }", Severity.Low, Level.Error)]
    [InlineData("\"scan\": { \"failOn\": \"suspicious\" }", Severity.Info, Level.Message)]
    [InlineData("\"scan\": { \"failOn\": \"malicious\" }", Severity.High, Level.Error)]
    [InlineData("\"scan\": { \"onUnscannable\": \"fail\" }", Severity.Medium, Level.Warning)]
    public void FailOn_decides_about_suspicious_content(string members, Severity severity, Level expected) =>
        Assert.Equal(expected, LevelOf(Read(members), null, new Finding(Rules.CodeFormat, "m") { Severity = severity }));

    [Theory]
    [InlineData("", null, Level.Warning)]
    [InlineData("\"scan\": { \"onUnscannable\": \"warn\" }", null, Level.Warning)]
    [InlineData("\"scan\": { \"onUnscannable\": \"fail\" }", null, Level.Error)]
    [InlineData("\"scan\": { \"failOn\": \"suspicious\" }", null, Level.Warning)]
    [InlineData("\"scan\": { \"onUnscannable\": \"warn\" }", Mode.Strict, Level.Error)]
    [InlineData("\"scan\": { \"onUnscannable\": \"fail\" }", Mode.Audit, Level.Message)]
    public void OnUnscannable_decides_about_what_could_not_be_inspected(string members, Mode? mode, Level expected) =>
        Assert.Equal(expected, LevelOf(Read(members), mode, new Finding(Rules.Unscannable, "m")));

    [Theory]
    [InlineData("", null, Level.Message)]
    [InlineData("", Mode.Strict, Level.Message)]
    [InlineData("\"scan\": { \"requireIsolation\": false }", null, Level.Message)]
    [InlineData("\"scan\": { \"requireIsolation\": true }", null, Level.Error)]
    [InlineData("\"scan\": { \"requireIsolation\": true }", Mode.Audit, Level.Message)]
    public void RequireIsolation_decides_about_a_scanner_that_is_not_confined(string members, Mode? mode, Level expected) =>
        Assert.Equal(expected, LevelOf(Read(members), mode, new Finding(Rules.ScannerNotIsolated, "m")));

    [Fact]
    public void An_exemption_covers_its_rule_and_digest_and_carries_its_reason()
    {
        var decided = Exempted().Decide(Found(Rules.CodeFormat, PolicyFiles.Digest), Today);
        Assert.Equal(Level.Message, decided.Level);
        Assert.Equal("isolated worker (until 2026-06-30, reviewed by alex)", decided.Justification);
    }

    [Fact]
    public void An_exemption_covers_nothing_else()
    {
        Assert.Null(Exempted().Decide(Found(Rules.CodeFormat, new string('a', 64)), Today).Justification);
        Assert.Null(Exempted().Decide(Found(Rules.Unscannable, PolicyFiles.Digest), Today).Justification);
        Assert.Null(Exempted().Decide(new Finding(Rules.CodeFormat, "m"), Today).Justification);
        Assert.Equal(Level.Error, Exempted().Decide(Found(Rules.FileHash, PolicyFiles.Digest), Today).Level);
    }

    [Fact]
    public void An_exemption_for_one_name_covers_that_name_in_that_content_alone()
    {
        var policy = new PolicyEvaluator(Read("\"exemptions\": " + PolicyFiles.Exemption("SCA3060", PolicyFiles.Digest + "#com.acme.Fuse")));
        var finding = Found(Rules.CustomOperator, PolicyFiles.Digest) with { Symbol = "com.acme.Fuse" };
        Assert.Equal(Level.Message, policy.Decide(finding, Today).Level);
        Assert.Null(policy.Decide(finding with { Symbol = "com.acme.Other" }, Today).Justification);
        Assert.Null(policy.Decide(finding with { Symbol = null }, Today).Justification);
        Assert.Null(policy.Decide(finding with { Sha256 = new string('a', 64) }, Today).Justification);
        Assert.Null(policy.Decide(finding, Today.AddYears(1)).Justification);
    }

    [Theory]
    [InlineData("com.acme.Fuse", Severity.Medium, Level.Message)]
    [InlineData("com.acme.deep.Fuse", Severity.Medium, Level.Warning)]
    [InlineData("com.evil.Fuse", Severity.Medium, Level.Warning)]
    [InlineData("com.acme.Fuse", Severity.High, Level.Message)]
    public void AllowDomains_makes_operators_of_its_domains_harmless(string symbol, Severity severity, Level expected)
    {
        var policy = new PolicyEvaluator(Read("\"scan\": { \"onnx\": { \"allowDomains\": [\"com.acme\"] } }"));
        var decided = policy.Decide(new Finding(Rules.CustomOperator, "m") { Symbol = symbol, Severity = severity }, Today);
        Assert.Equal(expected, decided.Level);
        Assert.Equal(expected == Level.Message ? Verdict.Clean : Verdicts.Of(decided.Finding), Verdicts.Of(decided.Finding));
        Assert.NotEqual(Level.Message, policy.Decide(new Finding(Rules.GraphRunsCode, "m") { Symbol = symbol, Severity = severity }, Today).Level);
    }

    [Theory]
    [InlineData("acme.models.Net", Level.Message)]
    [InlineData("acme.layers.deep.Norm", Level.Message)]
    [InlineData("evil.models.Net", Level.Warning)]
    [InlineData(null, Level.Warning)]
    public void AllowGlobals_makes_unknown_names_harmless_and_no_other(string? symbol, Level expected)
    {
        var policy = new PolicyEvaluator(Read("\"scan\": { \"pickle\": { \"allowGlobals\": [\"acme.models.Net\", \"acme.layers.*\"] } }"));
        Assert.Equal(expected, policy.Decide(new Finding(Rules.UnknownPickleName, "m") { Symbol = symbol }, Today).Level);
        foreach (var rule in new[] { Rules.DangerousPickleCall, Rules.AttackInPickleArguments, Rules.HiddenPickleCall, Rules.PickleImportsNeighbour, Rules.PickleCarriesCode })
            Assert.Equal(Level.Error, policy.Decide(new Finding(rule, "m") { Symbol = symbol }, Today).Level);
    }

    [Theory]
    [InlineData("", null, Level.Message)]
    [InlineData("\"scan\": { \"onnx\": { \"externalData\": \"same-directory\" } }", null, Level.Message)]
    [InlineData("\"scan\": { \"onnx\": { \"externalData\": \"deny\" } }", null, Level.Error)]
    [InlineData("\"scan\": { \"onnx\": { \"externalData\": \"deny\" } }", Mode.Audit, Level.Message)]
    public void ExternalData_decides_about_tensors_in_another_file(string members, Mode? mode, Level expected) =>
        Assert.Equal(expected, LevelOf(Read(members), mode, new Finding(Rules.ExternalTensors, "m")));

    [Fact]
    public void An_exemption_holds_on_its_last_day_and_not_after_it()
    {
        var finding = Found(Rules.CodeFormat, PolicyFiles.Digest);
        Assert.NotNull(Exempted().Decide(finding, new DateTime(2026, 6, 30, 23, 59, 59, DateTimeKind.Utc)).Justification);
        var decided = Exempted().Decide(finding, new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal((Level.Warning, null), (decided.Level, decided.Justification));
    }

    [Fact]
    public void An_expired_exemption_is_said_at_its_place()
    {
        Assert.Empty(Exempted().Notices(Today));
        var notice = Assert.Single(Exempted().Notices(Today.AddDays(1)));
        Assert.Equal((Rules.ExemptionExpired, PolicyFiles.Child, 3), (notice.Rule, notice.File, notice.Region.Line));
        Assert.Contains("2026-06-30", notice.Message);
    }

    [Fact]
    public void A_demand_that_is_not_checked_is_said_once_for_its_section()
    {
        var notice = Assert.Single(new PolicyEvaluator(Read("\"sources\": {\n\"requireHttps\": true, \"allowedRedirectHosts\": [\"a.example\"] }")).Notices(Today));
        Assert.Equal((Rules.PolicyNotEnforced, PolicyFiles.Child, 4), (notice.Rule, notice.File, notice.Region.Line));
        Assert.Contains("does not check sources.requireHttps, sources.allowedRedirectHosts;", notice.Message);
    }

    [Fact]
    public void A_demand_that_is_checked_in_source_code_only_is_said_to_be()
    {
        var notices = new PolicyEvaluator(Read("\"sources\": { \"default\": \"deny\", \"endpoints\": [\"https://api.example.com\"],\n\"requireHttps\": true }")).Notices(Today);

        Assert.Equal([Rules.PolicyNotEnforced, Rules.PolicyNotEnforced], notices.Select(static notice => notice.Rule));
        Assert.Contains("checks sources.default, sources.endpoints in source code (SCA1006, SCA1056), and not for what models.lock declares", notices[0].Message);
        Assert.Contains("does not check sources.requireHttps;", notices[1].Message);
    }

    [Theory]
    [InlineData("\"sources\": { \"default\": \"allow\", \"requireHttps\": false, \"allow\": [{ \"type\": \"url\" }] }")]
    [InlineData("\"signatures\": { \"require\": \"declared\" }")]
    [InlineData("\"approvals\": { \"required\": 0, \"reviewers\": { \"a\": \"a.pem\" } }")]
    [InlineData("\"bom\": { \"require\": false }, \"behavior\": { \"tier\": \"off\", \"budgetSeconds\": 5 }")]
    [InlineData("\"formats\": { \"allow\": [\"onnx\"], \"deny\": [\"pickle\"] }, \"scan\": { \"failOn\": \"suspicious\", \"onUnscannable\": \"fail\" }")]
    [InlineData("\"scan\": { \"pickle\": { \"allowGlobals\": [\"a\"] } }, \"mode\": \"strict\"")]
    public void What_demands_nothing_or_is_checked_is_not_said(string members) =>
        Assert.Empty(new PolicyEvaluator(Read(members)).Notices(Today));

    private static PolicyEvaluator Exempted() => new(Read("\"exemptions\": " + PolicyFiles.Exemption()));

    private static Finding Found(Rule rule, string sha256) => new(rule, "m") { Sha256 = sha256 };

    private static Level LevelOf(ModelsPolicy policy, Mode? mode, Finding finding) => new PolicyEvaluator(policy, mode).Decide(finding, Today).Level;

    private static ModelsPolicy WithMode(string? mode) => Read(mode is null ? "" : $"\"mode\": \"{mode}\"");

    private static ModelsPolicy Read(string members) => PolicyFiles.Value(PolicyFiles.ReadMembers(members));
}
