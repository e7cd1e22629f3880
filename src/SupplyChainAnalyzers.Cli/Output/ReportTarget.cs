using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>Where a report goes and in which form.</summary>
internal sealed class ReportTarget(CommandHost host, string format, string? file)
{
    /// <summary>Whether a program will read it in our own form.</summary>
    public bool IsJson => format == "json";

    /// <summary>Whether a program will read it as SARIF.</summary>
    public bool IsSarif => format == "sarif";

    /// <summary>Whether it may hold colours.</summary>
    public bool HasColor => host.HasColor && file is null && format == "text";

    /// <summary>Writes a report for people; where it goes to a file, its last line is shown as well.</summary>
    public void WriteText(IReadOnlyList<string> lines)
    {
        if (file is null)
        {
            foreach (var line in lines)
                host.Out.WriteLine(line);
            return;
        }

        AtomicFile.Write(file, Encoding.UTF8.GetBytes(string.Concat(lines.Select(static line => line + "\n"))));
        host.Error.WriteLine(lines[^1]);
    }

    /// <summary>Writes a report for programs.</summary>
    public void WriteJson(JsonWriter report)
    {
        var text = report.ToString();
        if (file is null)
            host.Out.Write(text);
        else
            AtomicFile.Write(file, Encoding.UTF8.GetBytes(text));
    }
}
