using System.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>
/// Arguments as one string, which is all netstandard2.0 takes. The rules are those of CommandLineToArgvW and the C
/// runtime, and .NET splits by the same ones on Unix: a quote ends or starts quoting, backslashes count only before it.
/// </summary>
internal static class CommandLine
{
    public static string Join(params string[] arguments)
    {
        var line = new StringBuilder();
        foreach (var argument in arguments)
        {
            if (line.Length > 0)
                line.Append(' ');
            Append(line, argument);
        }

        return line.ToString();
    }

    private static void Append(StringBuilder line, string argument)
    {
        if (argument.Length > 0 && argument.All(static c => c != '"' && !char.IsWhiteSpace(c)))
        {
            line.Append(argument);
            return;
        }

        line.Append('"');
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
                line.Append('\\', backslashes + 1); // those before it doubled, and one for itself
            line.Append(c);
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }

        line.Append('\\', backslashes).Append('"'); // those before the closing quote doubled
    }
}
