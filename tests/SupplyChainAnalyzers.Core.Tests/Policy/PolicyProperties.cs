using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Policy;

public class PolicyProperties
{
    private static readonly DateTime[] Days = [new(2026, 1, 1), new(2026, 3, 1), new(2026, 12, 31)];

    private static readonly Finding[] Findings =
    [
        .. from rule in Rules.All
           from severity in rule.IsContent ? Enum.GetValues<Severity>() : [rule.Severity]
           from sha256 in rule.CanBeExempted ? new[] { null, RandomPolicy.A, RandomPolicy.B } : [RandomPolicy.A]
           select new Finding(rule, "m") { Severity = severity, Sha256 = sha256 },
    ];

    [Fact]
    public void No_accepted_child_is_weaker_than_its_base()
    {
        int accepted = 0;
        Check(600, seed =>
        {
            var files = Extending(seed);
            if (files.Read().Value is not { } child) return;
            accepted++;
            NeverWeaker(child, files.Read(PolicyFiles.Base).Value!);
        });
        Assert.InRange(accepted, 30, 570);
    }

    [Fact]
    public void No_child_is_weaker_than_any_of_two_bases()
    {
        int accepted = 0;
        Check(400, seed =>
        {
            var files = new PolicyFiles
            {
                [PolicyFiles.Child] = PolicyFiles.Text("\"extends\": [\"../base.json\", \"../second.json\"]"),
                [PolicyFiles.Base] = PolicyFiles.Text(new RandomPolicy(seed).Members()),
                ["/org/second.json"] = PolicyFiles.Text(new RandomPolicy(seed + 1).Members()),
            };
            if (files.Read().Value is not { } child) return;
            accepted++;
            NeverWeaker(child, files.Read(PolicyFiles.Base).Value!);
            NeverWeaker(child, files.Read("/org/second.json").Value!);
        });
        Assert.InRange(accepted, 30, 400);
    }

    [Fact]
    public void What_holds_can_be_extended_by_itself() => Check(300, static seed =>
    {
        string members = new RandomPolicy(seed).Members();
        var files = new PolicyFiles { [PolicyFiles.Base] = PolicyFiles.Text(members) };
        if (files.Read(PolicyFiles.Base).Value is not { } policy) return;

        files[PolicyFiles.Child] = PolicyWriter.Write(policy, PolicyFiles.Child).Replace("\"policyVersion\": 1", "\"policyVersion\": 1, \"extends\": [\"../base.json\"]");
        Assert.Equal([], files.Read().Errors.Select(static error => error.Message));
    });

    [Fact]
    public void What_is_written_reads_back_the_same() => Check(400, static seed =>
    {
        var files = Extending(seed);
        if (files.Read().Value is not { } policy) return;

        string written = PolicyWriter.Write(policy, PolicyFiles.Child);
        var again = PolicyFiles.Value(new PolicyFiles { [PolicyFiles.Child] = written }.Read());
        Assert.Equal(written, PolicyWriter.Write(again, PolicyFiles.Child));
        NeverWeaker(policy, again);
        NeverWeaker(again, policy);
    });

    [Fact]
    public void Order_of_members_does_not_matter() => Check(200, static seed =>
    {
        string[] members = ["\"mode\": \"strict\"", "\"bom\": { \"require\": true }", "\"scan\": { \"failOn\": \"suspicious\" }", "\"formats\": { \"deny\": [\"pickle\"] }", "\"exemptions\": " + PolicyFiles.Exemption()];
        string inOrder = Written(members);
        new Random(seed).Shuffle(members);
        Assert.Equal(inOrder, Written(members));
    });

    private static string Written(string[] members) =>
        PolicyWriter.Write(PolicyFiles.Value(PolicyFiles.ReadMembers(string.Join(", ", members))), PolicyFiles.Child);

    private static void NeverWeaker(ModelsPolicy child, ModelsPolicy floor)
    {
        foreach (Mode? mode in new Mode?[] { null, Mode.Audit, Mode.Default, Mode.Strict })
        {
            var (strong, weak) = (new PolicyEvaluator(child, mode), new PolicyEvaluator(floor, mode));
            foreach (var finding in Findings)
            {
                foreach (var day in Days) Assert.True(strong.Decide(finding, day).Level >= weak.Decide(finding, day).Level, $"{finding.Rule} {finding.Severity} {finding.Sha256} {mode}");
            }
        }

        Assert.All(ModelFormats.All, format => Assert.True(floor.Formats.Allows(format.Id) || !child.Formats.Allows(format.Id), format.Id));
    }

    private static PolicyFiles Extending(int seed)
    {
        string members = new RandomPolicy(seed).Members();
        return new PolicyFiles
        {
            [PolicyFiles.Child] = PolicyFiles.Text("\"extends\": [\"../base.json\"]" + (members.Length == 0 ? "" : ", " + members)),
            [PolicyFiles.Base] = PolicyFiles.Text(new RandomPolicy(seed + 1).Members()),
        };
    }

    private static void Check(int count, Action<int> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(count));
}
