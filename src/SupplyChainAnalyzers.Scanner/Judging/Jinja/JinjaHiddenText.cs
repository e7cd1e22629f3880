using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// Text a template slips to the model behind the user's back: sentences or addresses that appear only when the user's words
/// hold a certain word (Pillar Security, "Poisoned GGUF templates", 2025), orders to keep silent, characters nobody sees.
/// Control words of models (<c>&lt;think&gt;</c>, <c>/no_think</c>) are no words of a user.
/// </summary>
internal sealed class JinjaHiddenText(ScanContext context, long at)
{
    private const int FewestWords = 4;

    private static readonly string[] Orders =
    [
        "ignore previous instructions", "ignore all previous instructions", "ignore the previous instructions", "disregard previous instructions", "disregard all previous", "without telling the user",
        "without informing the user", "do not reveal this instruction", "do not mention this instruction",
        "never mention this instruction", "do not mention these instructions to the user", "hide this from the user", "keep this hidden from the user",
    ];

    public void Check(IReadOnlyList<JinjaStatement> body)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case JinjaStatement.Data data:
                    Text(data.Text, data.Line);
                    break;
                case JinjaStatement.Output output:
                    JinjaWalk.Each(output.Value, expression => Constant(expression, Text));
                    break;
                case JinjaStatement.If branches:
                    Branches(branches);
                    break;
                default:
                    foreach (var inner in JinjaWalk.Bodies(statement))
                        Check(inner);
                    break;
            }
        }
    }

    private void Branches(JinjaStatement.If branches)
    {
        foreach (var (test, body) in branches.Branches)
        {
            if (test is not null && Trigger(test) is { } word && Written(body) is { } text)
            {
                var shown = text.Trim();
                Tell($"adds text only when the conversation holds '{Printable.Of(word, 40)}': '{Printable.Of(shown, 100)}'", branches.Line);
            }

            Check(body);
        }
    }

    /// <summary>The word of a user that the test looks for; null when it asks for something else.</summary>
    public static string? Trigger(JinjaExpression test)
    {
        string? word = null;
        JinjaWalk.Each(test, expression =>
        {
            word ??= expression switch
            {
                JinjaExpression.Binary { Operator: "in", Left: JinjaExpression.Constant { Value: string text } } binary when IsContent(binary.Right) && IsWord(text) => text,
                JinjaExpression.Call { Target: JinjaExpression.Attribute { Member: "find" or "count" or "index" } member, Arguments.Positional: [JinjaExpression.Constant { Value: string text }, ..] } when IsContent(member.Target) && IsWord(text) => text,
                JinjaExpression.Test { TestName: "in", Target: JinjaExpression.Constant { Value: string text }, Arguments.Positional: [var content] } when IsContent(content) && IsWord(text) => text,
                _ => null,
            };
        });
        return word;
    }

    private static bool IsContent(JinjaExpression expression)
    {
        var path = JinjaPath.Of(expression);
        return path.Contains("content", StringComparison.Ordinal) || path.Contains("messages[]", StringComparison.Ordinal) || path.Contains("prompt", StringComparison.Ordinal);
    }

    private static bool IsWord(string text) => text.Trim().Length > 2 && char.IsLetter(text.Trim()[0]) && text.All(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.' or '\'' or '_');

    // Sentences or an address, in the branch itself.
    private static string? Written(IReadOnlyList<JinjaStatement> body)
    {
        var text = new StringBuilder();
        foreach (var statement in body)
        {
            if (statement is JinjaStatement.Data data)
                text.Append(data.Text);
            else if (statement is JinjaStatement.Output output)
                JinjaWalk.Each(output.Value, expression => Constant(expression, (constant, _) => text.Append(constant)));
            else if (statement is JinjaStatement.Set set)
                JinjaWalk.Each(set.Value, expression => Constant(expression, (constant, _) => text.Append(constant)));
        }

        var written = text.ToString();
        var words = written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Length > 1 && word.All(static c => char.IsLetter(c) || c is '.' or ',' or '\'' or ':'));
        return words >= FewestWords || written.Contains("://", StringComparison.Ordinal) || written.Contains("<script", StringComparison.OrdinalIgnoreCase) ? written : null;
    }

    private void Text(string text, int line)
    {
        var order = Array.Find(Orders, order => text.Contains(order, StringComparison.OrdinalIgnoreCase));
        if (order is not null)
            Tell($"orders the model '{order}'", line);
        if (text.EnumerateRunes().Any(static rune => rune.Value is >= 0xE0000 and <= 0xE007F))
            Tell("writes characters nobody sees (Unicode tags)", line);
    }

    private void Tell(string message, int line) =>
        context.Report(Rules.TemplateHidesText, $"holds a template that {message} (line {line} of the template); read the template before you use it", at);

    private static void Constant(JinjaExpression expression, Action<string, int> take)
    {
        if (expression is JinjaExpression.Constant { Value: string text })
            take(text, expression.Line);
    }
}
