using System.Globalization;
using System.Net;
using System.Text;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>
/// A report as one page that needs no other file: every text encoded, no script, no style, no link, pictures within. A browser is told to load
/// nothing whatever the page says.
/// </summary>
internal static class ReportPage
{
    /// <summary>The whole page.</summary>
    public static string Write(BehaviorOutcome outcome, IReadOnlyList<(BehaviorPicture Picture, byte[] Png)> pictures)
    {
        var page = new StringBuilder("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">
            <meta name="referrer" content="no-referrer">
            <title>Behaviour of a model</title>
            </head>
            <body>

            """);
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Text(outcome.Verdict.Word())}: {Text(outcome.File.Path)}</h1>\n");
        if (outcome.Report is { } report)
            page.Append(CultureInfo.InvariantCulture, $"<p>{Text(BehaviorText.Facts(report))}; {BehaviorReportText.Tier(report.Tier)} tier, {Text(report.Engine)}. SHA-256 of the model: {Text(outcome.File.Sha256 ?? "")}.</p>\n");

        page.Append("<h2>Findings</h2>\n<ul>\n");
        foreach (var decided in outcome.File.Findings)
            page.Append(CultureInfo.InvariantCulture, $"<li>{decided.Level.Word()} {decided.Finding.Rule.Id}: {Text(decided.Finding.Message)}</li>\n");
        page.Append("</ul>\n");
        if (outcome.Report is { } checks)
            Checks(page, checks);

        foreach (var (picture, png) in pictures)
            page.Append(CultureInfo.InvariantCulture, $"<figure><img alt=\"{Text(picture.Name)}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\"><figcaption>{Text(picture.Caption)}</figcaption></figure>\n");
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Checks(StringBuilder page, BehaviorReport report)
    {
        page.Append("<h2>Checks</h2>\n<table>\n<tr><th>Check</th><th>Outcome</th><th>Score</th><th>Words</th><th>Measured</th></tr>\n");
        foreach (var check in report.Checks)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(check.Check)}</td><td>{check.Outcome.Word()}</td><td>{check.Score:0.00}</td><td>{Text(check.Words)}</td><td>{Text(BehaviorText.Numbers(check.Values))}</td></tr>\n");
        page.Append("</table>\n");
        foreach (var check in report.Checks.Where(static check => check.Classes.Count > 0))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h3>Classes by {Text(check.Check)}</h3>\n<table>\n");
            foreach (var one in check.Classes)
                page.Append(CultureInfo.InvariantCulture, $"<tr><td>class {one.Class}</td><td>{Text(BehaviorText.Numbers(one.Values))}</td></tr>\n");
            page.Append("</table>\n");
        }

        page.Append("<h2>What this cannot see</h2>\n<ul>\n");
        foreach (var spot in BehaviorBlindSpots.Of(report))
            page.Append(CultureInfo.InvariantCulture, $"<li>{Text(spot)}</li>\n");
        page.Append("</ul>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(Printable.Of(text, 4096));
}
