using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Graphs;

/// <summary>
/// Texts in a graph: documentation, metadata, attributes, constants. No loader runs them by itself, so one that reads like a command
/// or a program is a doubt, not a proof: somebody put it there for a program that comes later.
/// </summary>
internal sealed class GraphTexts(ScanContext context)
{
    /// <summary>Bytes of one text that are looked at.</summary>
    public const int MaxText = 64 << 10;

    private const int MaxShown = 80;
    private const long MaxTotal = 64 << 20; // vocabularies hold some millions of words

    private static readonly string[] Marks =
    [
        "os.system(", "subprocess.", "__import__(", "eval(", "exec(", "/bin/sh", "/bin/bash", "bash -c", "bash -i", "/dev/tcp/", "powershell", "cmd.exe", "cmd /c",
        "| sh", "|sh", "| bash", "|bash", "base64 -d", "pickle.loads", "marshal.loads", "socket.socket(", "wget http", "curl http", "curl -", "<script", "javascript:",
    ];

    private long _read;

    /// <summary>Looks at one text.</summary>
    /// <param name="text">It.</param>
    /// <param name="where">What holds it, safe to show: "the description of the graph".</param>
    /// <param name="offset">Where it stands.</param>
    public void Check(string text, string where, long offset)
    {
        if ((_read += text.Length) > MaxTotal)
            return;

        var at = Marks.Select(mark => text.IndexOf(mark, StringComparison.OrdinalIgnoreCase)).Where(static index => index >= 0).DefaultIfEmpty(-1).Min();
        if (at >= 0)
            context.Report(Rules.GraphText, $"holds a command or program text in {where}: '{Printable.Of(text[at..], MaxShown)}'; ask its author what it is for before you use it", offset);
    }
}
