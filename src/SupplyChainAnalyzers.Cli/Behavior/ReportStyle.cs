using System.Security.Cryptography;
using System.Text;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>How a report looks: one style sheet of ours, which the page's policy names by its digest, so that no other can take effect.</summary>
internal static class ReportStyle
{
    public const string Sheet = """

        :root { color-scheme: light dark; --line: #8884; --soft: #8881; --bad: #c62828; --warn: #b26a00; --good: #2e7d32; }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
        h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
        h3 { margin: 0; }
        code, td { overflow-wrap: anywhere; }
        .badge { display: inline-block; padding: .1rem .6rem; border-radius: 1rem; color: #fff; background: #607d8b; font-size: .85rem; vertical-align: middle; }
        .suspicious, .error { background: var(--bad); }
        .inconclusive, .warning { background: var(--warn); }
        .no-finding { background: var(--good); }
        .check { border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; margin: 1rem 0; }
        .facts { color: #777; }
        .pictures { display: flex; flex-wrap: wrap; gap: 1rem; margin-top: .6rem; }
        figure { margin: 0; max-width: 30rem; }
        figure img { image-rendering: pixelated; max-width: 100%; border: 1px solid var(--line); }
        figure img[alt$="-examples"] { width: 30rem; }
        figcaption { font-size: .85rem; max-width: 24rem; }
        table { border-collapse: collapse; margin: .5rem 0; }
        th, td { text-align: left; padding: .15rem .8rem .15rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        td.number { text-align: right; font-variant-numeric: tabular-nums; }
        tr.marked { background: var(--soft); font-weight: 600; }
        meter { width: 9rem; }
        details { margin: .4rem 0; }

        """;

    /// <summary>The source a Content-Security-Policy allows: <c>'sha256-…'</c>.</summary>
    public static string Source { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'";
}
