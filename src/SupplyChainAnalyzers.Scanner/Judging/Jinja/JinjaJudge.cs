using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// Judges a Jinja template by what it reaches, what it costs and what it hides. It is parsed and followed over abstract
/// values, never expanded.
/// </summary>
internal static class JinjaJudge
{
    /// <summary>UTF-16 units; the longest chat templates have 30,000.</summary>
    public const int MaxLength = 1 << 20;

    /// <param name="template">Hostile.</param>
    /// <param name="context">Takes the findings.</param>
    /// <param name="at">Where it begins in the file or member.</param>
    /// <param name="isChat">Whether a model's loader expands it, with no other file in its reach.</param>
    /// <exception cref="LimitExceededException">Too much to follow.</exception>
    public static void Judge(string template, ScanContext context, long at, bool isChat)
    {
        if (template.Length > MaxLength)
            throw new LimitExceededException($"it has a template of more than {MaxLength} characters", at);

        _ = JinjaValue.Nothing; // what is made once must not be paid by this template
        JinjaBudget.Begin();
        var reach = new JinjaReach(context, at);
        try
        {
            var parsed = JinjaParser.Parse(template);
            new JinjaEvaluator(reach, new JinjaCosts(context, at), isChat ? Neighbours.None : context.Neighbours).Run(parsed);
            new JinjaHiddenText(context, at).Check(parsed);
        }
        catch (JinjaSyntaxException e)
        {
            // Other programs read their own dialects; what names Python's internals is for Jinja all the same.
            foreach (var name in Internals(template))
                reach.Doubt($"is no valid Jinja and names '{name}' of Python's internals", name, e.Line);
            if (!reach.Found)
                context.Unscannable($"holds a template that is no valid Jinja: {Core.Text.Printable.Of(e.Message, 100)} (line {e.Line} of the template); repair or remove it", at);
        }
    }

    private static IEnumerable<string> Internals(string template)
    {
        string[] names = ["__globals__", "__builtins__", "__subclasses__", "__import__", "__class__", "__mro__", "__init__", "__base__", "__getattribute__"];
        return names.Where(name => template.Contains(name, StringComparison.Ordinal));
    }
}
