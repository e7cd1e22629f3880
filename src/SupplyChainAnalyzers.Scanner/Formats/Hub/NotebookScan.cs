using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Json;
using SupplyChainAnalyzers.Scanner.Formats.Plain;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hub;

/// <summary>
/// The code cells of a notebook (nbformat 4: <c>cells</c> with <c>cell_type</c> and <c>source</c>; 3 has <c>worksheets</c> and <c>input</c>).
/// Nothing runs them but a person, who seldom reads them all.
/// </summary>
internal static class NotebookScan
{
    public static void Scan(ByteSource source, ScanContext context)
    {
        var code = new StringBuilder();
        var tokens = JsonScanner.Open(source);
        var name = "";
        var sourceDepth = -1;
        var cell = new StringBuilder();
        while (tokens.Next() && code.Length < TextFile.MaxSize)
        {
            switch (tokens.Kind)
            {
                case JsonTokenKind.Name:
                    name = tokens.Text;
                    sourceDepth = name is "source" or "input" ? tokens.Depth : -1;
                    break;
                case JsonTokenKind.Text when name == "cell_type":
                    if (tokens.Text != "code")
                        cell.Append("# ");
                    break;
                case JsonTokenKind.Text when sourceDepth >= 0:
                    Append(cell, tokens.Text);
                    break;
                case JsonTokenKind.EndObject:
                    code.Append(cell).Append('\n');
                    cell.Clear();
                    break;
            }
        }

        Judge(code.Append(cell).ToString(), context);
    }

    private static void Append(StringBuilder cell, string text)
    {
        // A text cell is judged as code as well when its kind stands behind its text: Markdown is no program and gives nothing.
        cell.Append(text);
        if (!text.EndsWith('\n'))
            cell.Append('\n');
    }

    private static void Judge(string code, ScanContext context)
    {
        var python = new StringBuilder(code.Length);
        foreach (var line in code.Split('\n'))
        {
            var start = line.AsSpan().TrimStart();
            if (start.StartsWith("!") || start.StartsWith("%"))
            {
                if (ShellJudge.Find(start[1..].ToString()) is { } sign)
                    context.Report(Rules.HarmfulSource, ShellJudge.Message(sign), severity: sign.IsSure ? Severity.High : Severity.Low);
            }
            else
            {
                python.Append(line).Append('\n');
            }
        }

        foreach (var finding in Judging.PythonSource.Judge(python.ToString()))
            context.Report(Rules.HarmfulSource, $"{finding.What}; read it before you run the notebook", null, NotebookSeverity(finding.Severity), finding.Symbol);
    }

    // People start programs and fetch data in notebooks; what hides or sends is as bad as elsewhere.
    private static Severity NotebookSeverity(Severity severity) => severity switch { Severity.Critical => Severity.Medium, Severity.High => Severity.Medium, _ => Severity.Info };
}
