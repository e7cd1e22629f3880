using SupplyChainAnalyzers.Scanner.Judging.Jinja;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>What a chat template has that a trigger needs: it asks for a word of the user, for the date, or names an address.</summary>
/// <param name="All">Sentences that go on after "a template that"; the same for the same content. Hostile.</param>
internal sealed record TemplateSigns(IReadOnlyList<string> All)
{
    private static readonly string[] Clocks = ["strftime_now", "now", "today", "utcnow", "date_string", "current_date"];

    /// <summary>Nothing where it is no Jinja: the static scanner has the say about that.</summary>
    public static TemplateSigns Of(string template)
    {
        var signs = new List<string>();
        try
        {
            JinjaBudget.Begin();
            JinjaWalk.Each(JinjaParser.Parse(template), statement => Look(statement, signs));
        }
        catch (JinjaSyntaxException)
        {
            return new TemplateSigns([]);
        }

        return new TemplateSigns([.. signs.Distinct(StringComparer.Ordinal)]);
    }

    private static void Look(JinjaStatement statement, List<string> signs)
    {
        switch (statement)
        {
            case JinjaStatement.If branches:
                foreach (var test in branches.Branches.Select(static branch => branch.Test).OfType<JinjaExpression>())
                    Condition(test, signs);
                break;
            case JinjaStatement.Data data:
                Address(data.Text, signs);
                break;
            case JinjaStatement.Output output:
                Value(output.Value, signs);
                break;
            case JinjaStatement.Set set:
                Value(set.Value, signs);
                break;
        }
    }

    private static void Value(JinjaExpression value, List<string> signs) => JinjaWalk.Each(value, expression =>
    {
        if (expression is JinjaExpression.Constant { Value: string text })
            Address(text, signs);
        else if (expression is JinjaExpression.Condition choice)
            Condition(choice.When, signs);
    });

    private static void Condition(JinjaExpression test, List<string> signs)
    {
        if (JinjaHiddenText.Trigger(test) is { } word)
            signs.Add($"does something else when the conversation holds '{word}'");

        JinjaWalk.Each(test, expression =>
        {
            // Whether there is a clock may be asked; what it says decides something.
            if (expression is JinjaExpression.Binary { Operator: "==" or "!=" or "<" or ">" or "<=" or ">=" or "in" } comparison && (IsClock(comparison.Left) || IsClock(comparison.Right)))
                signs.Add("does something else from some date on");
        });
    }

    private static bool IsClock(JinjaExpression expression)
    {
        var path = JinjaPath.Of(expression);
        return Clocks.Any(clock => path == clock || path.StartsWith(clock + "(", StringComparison.Ordinal) || path.EndsWith("." + clock, StringComparison.Ordinal));
    }

    private static void Address(string text, List<string> signs)
    {
        var at = text.IndexOf("://", StringComparison.Ordinal);
        if (at < 0)
            return;

        var start = text.LastIndexOfAny([' ', '\n', '\'', '"', '('], at) + 1;
        var end = text.IndexOfAny([' ', '\n', '\'', '"', ')'], at);
        signs.Add($"names the address '{text[start..(end < 0 ? text.Length : end)]}'");
    }
}
