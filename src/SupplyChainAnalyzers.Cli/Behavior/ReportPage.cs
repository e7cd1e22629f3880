using System.Globalization;
using System.Net;
using System.Text;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>
/// A report as one page that needs no other file: every text encoded, no script, no link, pictures within, one style of ours. A browser is told to
/// load nothing else whatever the page says.
/// </summary>
internal static class ReportPage
{
    /// <summary>The whole page.</summary>
    public static string Write(BehaviorOutcome outcome, IReadOnlyList<(BehaviorPicture Picture, byte[] Png)> pictures)
    {
        var page = new StringBuilder($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src {ReportStyle.Source}">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width">
            <title>Behaviour of a model</title>
            <style>{ReportStyle.Sheet}</style>
            </head>
            <body>

            """);
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Badge(outcome.Verdict.Word())} {Text(outcome.File.Path)}</h1>\n");
        if (outcome.Report is { } report)
            Facts(page, outcome, report);

        Findings(page, outcome);
        var left = pictures.ToList();
        if (outcome.Report is { } checks)
        {
            page.Append("<h2>Checks</h2>\n");
            foreach (var check in checks.Checks.OrderByDescending(static check => check.Outcome == CheckOutcome.Suspicious))
                Check(page, check, left);
            ReportSuite.Write(page, checks.Suite);
        }

        Figures(page, left);
        if (outcome.Report is { } seen)
        {
            page.Append("<h2>What this cannot see</h2>\n<ul>\n");
            foreach (var spot in BehaviorBlindSpots.Of(seen))
                page.Append(CultureInfo.InvariantCulture, $"<li>{Text(spot)}</li>\n");
            page.Append("</ul>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>As page text, whatever it holds.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(Printable.Of(text, 4096));

    private static void Facts(StringBuilder page, BehaviorOutcome outcome, BehaviorReport report)
    {
        page.Append(CultureInfo.InvariantCulture, $"<p>{Text(BehaviorText.Facts(report))}");
        if (report.Score is { } score)
            page.Append(CultureInfo.InvariantCulture, $" <meter min=\"0\" max=\"3\" high=\"1\" optimum=\"0\" value=\"{Math.Clamp(score, 0, 3):0.##}\"></meter>");
        page.Append(CultureInfo.InvariantCulture, $"</p>\n<p class=\"facts\">{BehaviorReportText.Tier(report.Tier)} tier, {Text(report.Engine)}<br>model <code>{Text(outcome.File.Sha256 ?? "")}</code>");
        foreach (var input in report.Inputs)
            page.Append(CultureInfo.InvariantCulture, $"<br>{Text(input.Role)} <code>{Text(input.Sha256)}</code>");
        page.Append("</p>\n");
    }

    private static void Findings(StringBuilder page, BehaviorOutcome outcome)
    {
        page.Append("<h2>Findings</h2>\n");
        if (outcome.File.Findings.Count == 0)
            page.Append("<p>None. That is no proof that nothing is hidden.</p>\n");
        foreach (var decided in outcome.File.Findings)
            page.Append(CultureInfo.InvariantCulture, $"<p>{Badge(decided.Level.Word())} <b>{decided.Finding.Rule.Id}</b> {Text(decided.Finding.Message)}</p>\n");
        if (outcome.Verdict == BehaviorVerdict.Suspicious)
            page.Append("<p>What to do: ask where the model comes from, compare it with the one it was made from, prune or fine-tune it on data of your own, then check the new file again.</p>\n");
    }

    // With the pictures that are called after it.
    private static void Check(StringBuilder page, CheckResult check, List<(BehaviorPicture Picture, byte[] Png)> pictures)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"check\"><h3>{Badge(check.Outcome.Word())} {Text(check.Check)}{(check.Score is { } score ? FormattableString.Invariant($", score {score:0.00}") : "")}</h3>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>The model {Text(check.Words)}.</p>\n");
        if (check.Values.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"facts\">{Text(BehaviorText.Numbers(check.Values))}</p>\n");

        var own = pictures.Where(one => one.Picture.Name.StartsWith(check.Check + "-", StringComparison.Ordinal) || one.Picture.Name == "chart-" + check.Check).ToList();
        pictures.RemoveAll(own.Contains);
        Figures(page, own);
        Classes(page, check);
        page.Append("</div>\n");
    }

    private static void Classes(StringBuilder page, CheckResult check)
    {
        if (check.Classes.Count == 0)
            return;

        string[] names = [.. check.Classes[0].Values.Select(static value => value.Name)];
        page.Append(CultureInfo.InvariantCulture, $"<details><summary>{check.Classes.Count} classes</summary>\n<table>\n<tr><th>class</th>{string.Concat(names.Select(static name => $"<th>{Text(name)}</th>"))}</tr>\n");
        foreach (var one in check.Classes)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr{(one.Class == check.TargetClass ? " class=\"marked\"" : "")}><td class=\"number\">{one.Class}</td>");
            foreach (var name in names)
                page.Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{one.Values.FirstOrDefault(value => value.Name == name)?.Value:0.###}</td>");
            page.Append("</tr>\n");
        }

        page.Append("</table>\n</details>\n");
    }

    private static void Figures(StringBuilder page, List<(BehaviorPicture Picture, byte[] Png)> pictures)
    {
        if (pictures.Count == 0)
            return;

        page.Append("<div class=\"pictures\">\n");
        foreach (var (picture, png) in pictures)
            page.Append(CultureInfo.InvariantCulture, $"<figure><img alt=\"{Text(picture.Name)}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\"><figcaption>{Text(picture.Caption)}</figcaption></figure>\n");
        page.Append("</div>\n");
    }

    // Words of ours alone become a class.
    private static string Badge(string word) => $"<span class=\"badge {word.Replace(' ', '-')}\">{word}</span>";
}
