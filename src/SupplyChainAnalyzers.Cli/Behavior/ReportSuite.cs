using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>The part of a report about a changed probe: a line for each case, the ones that flip most first to the eye.</summary>
internal static class ReportSuite
{
    // A patch that turns this share of all inputs to one class is what a backdoor does.
    private const double Marked = .5;

    public static void Write(StringBuilder page, IReadOnlyList<SuiteResult> suite)
    {
        if (suite.Count == 0)
            return;

        page.Append("<h2>Answers that flip when each input is changed</h2>\n<table>\n<tr><th>case</th><th>what is done</th><th>flips</th><th></th><th>of classes</th></tr>\n");
        foreach (var one in suite)
        {
            var share = one.Inputs == 0 ? 0 : (double)one.Flips / one.Inputs;
            var classes = string.Join(", ", one.Classes.Where(static of => of.Flips > 0).Select(static of => FormattableString.Invariant($"{of.Class}: {of.Flips}/{of.Inputs}")));
            page.Append(CultureInfo.InvariantCulture, $"<tr{(one.Inputs > 0 && one.FlipsTowards >= Marked * one.Inputs ? " class=\"marked\"" : "")}><td>{ReportPage.Text(one.Case)}</td><td>{ReportPage.Text(one.Words)}</td><td>{ReportPage.Text(BehaviorText.Flips(one))}</td><td><meter min=\"0\" max=\"1\" value=\"{share:0.###}\"></meter></td><td>{ReportPage.Text(classes)}</td></tr>\n");
        }

        page.Append("</table>\n");
    }
}
