using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Plain;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hub;

/// <summary>Source code beside weights: modeling code, handlers, hubconf.py, setup.py, loading scripts, shell scripts.</summary>
internal static class SourceScan
{
    private const int MaxSigns = 20;

    /// <summary>Python source, whatever loader would import it.</summary>
    public static void Python(ByteSource source, ScanContext context)
    {
        Python(TextFile.Read(source), context);
        if (source.Length > TextFile.MaxSize)
            context.Unscannable($"is longer than {TextFile.MaxSize >> 20} MiB, so that the rest of its code was not read; do not import it", TextFile.MaxSize);

        ModuleNames.Check(context);
    }

    /// <summary>The same of a text that is part of another file.</summary>
    public static void Python(string text, ScanContext context, Severity atMost = Severity.Critical)
    {
        foreach (var finding in PythonSource.Judge(text))
            context.Report(Rules.HarmfulSource, $"{finding.What}; read it before anything imports it", finding.Offset, finding.Severity < atMost ? finding.Severity : atMost, finding.Symbol);
    }

    /// <summary>Commands: nothing runs them by itself, but there is no innocent reverse shell.</summary>
    public static void Shell(ByteSource source, ScanContext context)
    {
        var offset = 0;
        var count = 0;
        foreach (var line in TextFile.Read(source).Split('\n'))
        {
            var command = line.Trim();
            if (command.Length > 0 && command[0] != '#' && ShellJudge.Find(command) is { } sign && count++ < MaxSigns)
                context.Report(Rules.HarmfulSource, ShellJudge.Message(sign), offset, sign.IsSure ? Severity.High : Severity.Medium);

            offset += line.Length + 1;
        }
    }
}
