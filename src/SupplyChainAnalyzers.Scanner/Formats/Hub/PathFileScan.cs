using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Plain;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hub;

/// <summary>
/// <c>.pth</c> as text: a list of folders for Python's path. A line that starts with <c>import</c> is run when Python starts (CPython
/// library reference, "site"). The same extension is PyTorch's, whose old text pickles look like text.
/// </summary>
internal static class PathFileScan
{
    public static void Scan(ByteSource source, ScanContext context)
    {
        var offset = 0;
        var isPaths = true;
        foreach (var line in TextFile.Read(source).Split('\n'))
        {
            if (line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("import\t", StringComparison.Ordinal))
            {
                var isHarmful = PythonSource.Judge(line).Any(static finding => finding.Severity >= Severity.Medium) || TextJudge.Find(line) is { IsSure: true };
                context.Report(Rules.ShadowingModule, $"holds a line that Python runs at every start ('{Printable.Of(line, 80)}'); delete it", offset, isHarmful ? Severity.Critical : Severity.High);
            }

            isPaths &= !line.AsSpan().ContainsAny("()'\"");
            offset += line.Length + 1;
        }

        if (!isPaths)
            FormatScanners.Find(ModelFormats.Pickle)?.Scan(source, context);
    }
}
