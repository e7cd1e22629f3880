using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>Findings of 4xxx out of a report, and reports about models that were not run.</summary>
internal static class BehaviorFindings
{
    private const string Gate = "gate";
    private const string Engine = "engine";

    /// <summary>A finding for each suspicious check; a note where less is known than the tier promises.</summary>
    public static IReadOnlyList<ReportedFinding> Of(BehaviorReport report)
    {
        var findings = report.Checks.Where(static check => check is { Outcome: CheckOutcome.Suspicious, Rule: not null })
            .Select(static check => new ReportedFinding(check.Rule!, check.Rule!.Severity, check.Words, Symbol: check.Check)).ToList();
        if (report.Checks is [{ Check: Gate } gate])
            findings.Add(Note(Rules.ModelNotRunnable, gate.Words));
        else if (report.Checks is [{ Check: Engine } engine])
            findings.Add(Note(Rules.BehaviorUnavailable, engine.Words));
        else if (report.Verdict == BehaviorVerdict.Inconclusive)
            findings.Add(Note(Rules.BehaviorInconclusive, "was not checked to the end: " + List(report, CheckOutcome.Inconclusive)));
        else if (report.Verdict == BehaviorVerdict.Limited)
            findings.Add(Note(Rules.BehaviorLimited, "was checked in part only: " + List(report, CheckOutcome.Skipped)));
        return findings;
    }

    /// <summary>The static scanner has the say about what is run.</summary>
    public static BehaviorReport NotRun(BehaviorTier tier, string why) => Nothing(tier, BehaviorVerdict.Inconclusive, new CheckResult(Gate, CheckOutcome.Inconclusive, Cut("is not run: " + why)));

    /// <summary>Nothing runs here.</summary>
    public static BehaviorReport Unavailable(BehaviorTier tier, string why) => Nothing(tier, BehaviorVerdict.Limited, new CheckResult(Engine, CheckOutcome.Skipped, Cut("was not run: the scanner cannot run models here, " + Printable.Message(why))));

    private static BehaviorReport Nothing(BehaviorTier tier, BehaviorVerdict verdict, CheckResult check) => new() { Verdict = verdict, Tier = tier, Checks = [check] };

    private static string List(BehaviorReport report, CheckOutcome outcome)
    {
        var all = report.Checks.Where(check => check.Outcome == outcome).Select(static check => $"{check.Check} {check.Words}").ToArray();
        return all.Length == 0 ? "there is no probe" : string.Join("; ", all);
    }

    private static ReportedFinding Note(Rule rule, string words) => new(rule, rule.Severity, Cut(words));

    private static string Cut(string words) => words.Length <= Wire.MaxMessage ? words : words[..Wire.MaxMessage];
}
