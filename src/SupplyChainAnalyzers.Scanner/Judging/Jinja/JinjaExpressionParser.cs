using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Parses expressions with the precedences of jinja2/parser.py.</summary>
internal sealed class JinjaExpressionParser(JinjaTokens tokens)
{
    private const int MaxDepth = 400; // a.b.c… and a + b + c… nest to the left without brackets

    private static readonly string[] Sums = ["+", "-"];
    private static readonly string[] Products = ["*", "/", "//", "%"];
    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];


    private JinjaPrimaryParser Primary => field ??= new JinjaPrimaryParser(tokens, this);

    /// <summary>One expression; <paramref name="withCondition"/> is false where an <c>if</c> behind it belongs to the loop.</summary>
    public JinjaExpression Parse(bool withCondition = true)
    {
        tokens.Enter();
        var value = withCondition ? Condition() : Or();
        tokens.Leave();
        return value;
    }

    /// <summary>One expression, or several with commas between, which are a tuple.</summary>
    public JinjaExpression ParseTuple(bool withCondition = true)
    {
        var line = tokens.Now.Line;
        var first = Parse(withCondition);
        if (!tokens.Now.IsOperator(","))
            return first;

        List<JinjaExpression> items = [first];
        while (tokens.TakeIf(",") && !EndsTuple())
            items.Add(Parse(withCondition));
        return Sequence(items, line);
    }

    /// <summary>What is assigned to: a name, names, or a namespace's member.</summary>
    public JinjaExpression ParseTarget()
    {
        var line = tokens.Now.Line;
        var isGroup = tokens.TakeIf("(");
        List<JinjaExpression> items = [];
        do
        {
            if (items.Count > 0 && (EndsTuple() || tokens.Now.IsWord("in")))
                break;

            JinjaExpression item = tokens.Now.IsOperator("(") ? ParseTarget() : new JinjaExpression.Name(tokens.Expect(JinjaTokenKind.Name).Text, line);
            while (tokens.TakeIf("."))
                item = new JinjaExpression.Attribute(item, tokens.Expect(JinjaTokenKind.Name).Text, line);
            items.Add(item);
        }
        while (tokens.TakeIf(","));

        if (isGroup)
            tokens.Expect(")");
        return items.Count == 1 ? items[0] : Sequence(items, line);
    }

    /// <summary>Arguments in brackets; the opening one is next.</summary>
    public JinjaArguments Arguments()
    {
        tokens.Expect("(");
        List<JinjaExpression> positional = [];
        List<(string, JinjaExpression)> named = [];
        while (!tokens.TakeIf(")"))
        {
            if (tokens.TakeIf("*") || tokens.TakeIf("**"))
                positional.Add(Parse());
            else if (tokens.Now.Kind == JinjaTokenKind.Name && tokens.Ahead.IsOperator("="))
                named.Add((TakeName(), Parse()));
            else
                positional.Add(Parse());

            if (!tokens.TakeIf(",") && !tokens.Now.IsOperator(")"))
                throw tokens.Fault("a bracket does not close");
        }

        return new JinjaArguments(positional, named);
    }

    /// <summary>The expression, unless it is nested too deep to be walked.</summary>
    public static T Checked<T>(T expression, params ReadOnlySpan<JinjaExpression?> parts)
        where T : JinjaExpression
    {
        var depth = 0;
        foreach (var part in parts)
            depth = Math.Max(depth, part?.Depth ?? 0);
        return WithDepth(expression, depth);
    }

    public static T WithDepth<T>(T expression, int depth)
        where T : JinjaExpression =>
        depth < MaxDepth ? expression with { Depth = depth + 1 } : throw new LimitExceededException($"it has a template whose expressions nest more than {MaxDepth} deep");

    public static JinjaExpression Sequence(List<JinjaExpression> items, int line) => Checked(new JinjaExpression.Sequence(items, line), [.. items]);

    private string TakeName()
    {
        var name = tokens.Take().Text;
        tokens.Take(); // =
        return name;
    }

    private bool EndsTuple() => tokens.Now.Kind is JinjaTokenKind.BlockEnd or JinjaTokenKind.OutputEnd || tokens.Now.IsOperator(")") || tokens.Now.IsOperator("=");

    private JinjaExpression Condition()
    {
        var value = Or();
        while (tokens.Now.IsWord("if"))
        {
            var line = tokens.Take().Line;
            var test = Or();
            var other = tokens.TakeIf("else") ? Parse() : null;
            value = Checked(new JinjaExpression.Condition(test, value, other, line), test, value, other);
        }

        return value;
    }

    private JinjaExpression Or() => Words("or", () => Words("and", Not));

    private JinjaExpression Words(string word, Func<JinjaExpression> operand)
    {
        var left = operand();
        while (tokens.Now.IsWord(word))
            left = Binary(left, tokens.Take().Text, operand());
        return left;
    }

    private JinjaExpression Not()
    {
        if (!tokens.Now.IsWord("not") || tokens.Ahead.IsWord("in"))
            return Compare();

        var line = tokens.Take().Line;
        tokens.Enter();
        var operand = Not();
        tokens.Leave();
        return Checked(new JinjaExpression.Unary("not", operand, line), operand);
    }

    private JinjaExpression Compare()
    {
        var left = Operators(Sums, Concatenation);
        while (true)
        {
            if (tokens.Now.Kind == JinjaTokenKind.Operator && Array.IndexOf(Comparisons, tokens.Now.Text) >= 0)
                left = Binary(left, tokens.Take().Text, Operators(Sums, Concatenation));
            else if (tokens.TakeIf("in"))
                left = Binary(left, "in", Operators(Sums, Concatenation));
            else if (tokens.Now.IsWord("not") && tokens.Ahead.IsWord("in"))
                left = NotIn(left);
            else
                return left;
        }
    }

    private JinjaExpression.Binary NotIn(JinjaExpression left)
    {
        tokens.Take();
        tokens.Take();
        return Binary(left, "not in", Operators(Sums, Concatenation));
    }

    private JinjaExpression Concatenation() => Operators(["~"], () => Operators(Products, Power));

    private JinjaExpression Power() => Operators(["**"], () => Primary.Unary(withFilter: true));

    private JinjaExpression Operators(string[] operators, Func<JinjaExpression> operand)
    {
        var left = operand();
        while (tokens.Now.Kind == JinjaTokenKind.Operator && Array.IndexOf(operators, tokens.Now.Text) >= 0)
            left = Binary(left, tokens.Take().Text, operand());
        return left;
    }

    private JinjaExpression.Binary Binary(JinjaExpression left, string text, JinjaExpression right) =>
        Checked(new JinjaExpression.Binary(text, left, right, tokens.Now.Line), left, right);
}
