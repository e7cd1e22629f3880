using System.Text;
using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>Prompts or phrases of the user's: UTF-8, one a line, <c>\n</c> for a line end within; empty lines and those that begin with <c>##</c> are left out.</summary>
internal static class PromptFile
{
    /// <exception cref="BehaviorInputException">There are none, or too many.</exception>
    public static IReadOnlyList<string> Read(byte[] text, string role)
    {
        string[] lines = [.. Encoding.UTF8.GetString(text).Split('\n').Select(static line => line.TrimEnd('\r')).Where(static line => line.Length > 0 && !line.StartsWith("##", StringComparison.Ordinal)).Select(static line => line.Replace("\\n", "\n", StringComparison.Ordinal))];
        return lines.Length is > 0 and <= RecordedReplies.MaxPrompts && lines.All(static line => line.Length <= BytePairTokenizer.MaxText)
            ? lines
            : throw new BehaviorInputException($"the {role} are no lines of text, from 1 to {RecordedReplies.MaxPrompts} of them");
    }
}
