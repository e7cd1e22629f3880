using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Judging.Constants;

namespace SupplyChainAnalyzers.Scanner.Formats.Hub;

/// <summary>
/// Judges a line of a shell script. There, commands are in their place; what counts is what hands the computer over, hides
/// another command, or runs what it has just downloaded.
/// </summary>
internal static class ShellJudge
{
    public static TextSign? Find(string line)
    {
        foreach (var pattern in ShellPatterns.Anywhere)
        {
            if (pattern.Find(line) is { } sign)
                return sign;
        }

        if (TextJudge.Find(line) is not { IsSure: true } found)
            return null;

        var isHidden = found.What.Contains("hide", StringComparison.Ordinal);
        var isPiped = found.What.Contains("downloads a program and runs", StringComparison.Ordinal) && line.Contains('|', StringComparison.Ordinal);

        // What comes without encryption, anybody on the way can change.
        return isHidden || isPiped ? found with { IsSure = isHidden || line.Contains("http://", StringComparison.OrdinalIgnoreCase) } : null;
    }

    public static string Message(TextSign sign) => $"holds a line that {sign.What} ('{Printable.Of(sign.Excerpt, 80)}'); do not run it";
}
