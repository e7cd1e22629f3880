using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging.Jinja;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Judging.Jinja;

/// <summary>What is said of a template.</summary>
internal sealed record Template(IReadOnlyList<ReportedFinding> Findings)
{
    public Verdict Verdict => Verdicts.Of(Findings.Select(static finding => new Finding(finding.Rule, finding.Message) { Severity = finding.Severity }));

    public static Template Judge(string text, bool isChat = true)
    {
        var sink = new FindingSink();
        try
        {
            JinjaJudge.Judge(text, ScanContext.ForFile("chat_template.jinja", sink, Neighbours.None), 0, isChat);
        }
        catch (LimitExceededException e)
        {
            sink.Add(new ReportedFinding(Rules.ResourceExhaustion, Severity.High, e.Message));
        }

        return new Template(sink.Findings);
    }

    public void Is(Verdict verdict, Rule? rule = null)
    {
        Assert.True(Verdict == verdict, ToString());
        if (rule is not null)
            Assert.Contains(rule, Findings.Select(static finding => finding.Rule));
    }

    public override string ToString() => Verdict.Word() + "\n" + string.Join('\n', Findings.Select(static finding => $"{finding.Rule} {finding.Severity}: {finding.Message}"));
}
