namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Parses constants, names and brackets, and what follows them: members, calls, filters, tests.</summary>
internal sealed class JinjaPrimaryParser(JinjaTokens tokens, JinjaExpressionParser expressions)
{
    public JinjaExpression Unary(bool withFilter)
    {
        tokens.Enter();
        JinjaExpression value;
        if (tokens.Now.IsOperator("-") || tokens.Now.IsOperator("+"))
        {
            var sign = tokens.Take();
            var operand = Unary(withFilter: false);
            value = JinjaExpressionParser.Checked(new JinjaExpression.Unary(sign.Text, operand, sign.Line), operand);
        }
        else
        {
            value = Primary();
        }

        value = Members(value);
        tokens.Leave();
        return withFilter ? Filters(value) : value;
    }

    /// <summary>Filters and tests behind a value; the value is null in a filter block.</summary>
    public JinjaExpression.Filter Filter(JinjaExpression? value)
    {
        var line = tokens.Now.Line;
        var name = Dotted();
        var arguments = tokens.Now.IsOperator("(") ? expressions.Arguments() : JinjaArguments.None;
        return JinjaExpressionParser.WithDepth(new JinjaExpression.Filter(value, name, arguments, line), Math.Max(value?.Depth ?? 0, arguments.Depth));
    }

    private JinjaExpression Filters(JinjaExpression value)
    {
        while (true)
        {
            if (tokens.TakeIf("|"))
                value = Filter(value);
            else if (tokens.TakeIf("is"))
                value = Test(value);
            else if (tokens.Now.IsOperator("("))
                value = Call(value);
            else
                return value;
        }
    }

    private JinjaExpression Members(JinjaExpression value)
    {
        while (true)
        {
            var line = tokens.Now.Line;
            if (tokens.TakeIf("."))
                value = tokens.Now.Kind == JinjaTokenKind.Integer ? Item(value, Constant(JinjaNumber.Value(tokens.Take().Text, false), line), line) : Member(value, line);
            else if (tokens.TakeIf("["))
                value = Item(value, Index(), line);
            else if (tokens.Now.IsOperator("("))
                value = Call(value);
            else
                return value;
        }
    }

    private JinjaExpression.Attribute Member(JinjaExpression value, int line) =>
        JinjaExpressionParser.Checked(new JinjaExpression.Attribute(value, tokens.Expect(JinjaTokenKind.Name).Text, line), value);

    private static JinjaExpression.Item Item(JinjaExpression value, JinjaExpression index, int line) =>
        JinjaExpressionParser.Checked(new JinjaExpression.Item(value, index, line), value, index);

    private JinjaExpression.Call Call(JinjaExpression value)
    {
        var line = tokens.Now.Line;
        var arguments = expressions.Arguments();
        return JinjaExpressionParser.WithDepth(new JinjaExpression.Call(value, arguments, line), Math.Max(value.Depth, arguments.Depth));
    }

    private JinjaExpression Index()
    {
        var line = tokens.Now.Line;
        List<JinjaExpression> parts = [];
        while (!tokens.TakeIf("]"))
        {
            parts.Add(SliceOrValue());
            if (!tokens.TakeIf(",") && !tokens.Now.IsOperator("]"))
                throw tokens.Fault("a bracket does not close");
        }

        return parts.Count == 1 ? parts[0] : JinjaExpressionParser.Sequence(parts, line);
    }

    private JinjaExpression SliceOrValue()
    {
        var line = tokens.Now.Line;
        var start = tokens.Now.IsOperator(":") ? null : expressions.Parse();
        if (!tokens.TakeIf(":"))
            return start!;

        var stop = EndsSlice() ? null : expressions.Parse();
        var step = tokens.TakeIf(":") && !EndsSlice() ? expressions.Parse() : null;
        return JinjaExpressionParser.Checked(new JinjaExpression.Slice(start, stop, step, line), start, stop, step);
    }

    private bool EndsSlice() => tokens.Now.IsOperator(":") || tokens.Now.IsOperator("]") || tokens.Now.IsOperator(",");

    private JinjaExpression Test(JinjaExpression value)
    {
        var isNot = tokens.TakeIf("not");
        var line = tokens.Now.Line;
        var name = Dotted();
        var arguments = tokens.Now.IsOperator("(") ? expressions.Arguments() : Bare();
        JinjaExpression test = JinjaExpressionParser.WithDepth(new JinjaExpression.Test(value, name, arguments, line), Math.Max(value.Depth, arguments.Depth));
        return isNot ? JinjaExpressionParser.Checked(new JinjaExpression.Unary("not", test, line), test) : test;
    }

    // "is divisibleby 3": one argument without brackets.
    private JinjaArguments Bare()
    {
        var now = tokens.Now;
        var begins = now.Kind is JinjaTokenKind.Name or JinjaTokenKind.String or JinjaTokenKind.Integer or JinjaTokenKind.Float || now.IsOperator("[") || now.IsOperator("{");
        return begins && now.Text is not ("else" or "or" or "and" or "is" or "if" or "in" or "not") || now.Kind == JinjaTokenKind.String
            ? new JinjaArguments([Members(Primary())], [])
            : JinjaArguments.None;
    }

    private string Dotted()
    {
        var name = tokens.Expect(JinjaTokenKind.Name).Text;
        while (tokens.TakeIf("."))
            name += "." + tokens.Expect(JinjaTokenKind.Name).Text;
        return name;
    }

    private JinjaExpression Primary()
    {
        var token = tokens.Take();
        return token.Kind switch
        {
            JinjaTokenKind.Name => token.Text switch
            {
                "true" or "True" => Constant(true, token.Line),
                "false" or "False" => Constant(false, token.Line),
                "none" or "None" => Constant(JinjaNone.Value, token.Line),
                _ => new JinjaExpression.Name(token.Text, token.Line),
            },
            JinjaTokenKind.String => Text(token),
            JinjaTokenKind.Integer or JinjaTokenKind.Float => Constant(JinjaNumber.Value(token.Text, token.Kind == JinjaTokenKind.Float), token.Line),
            JinjaTokenKind.Operator when token.Text == "(" => Group(token.Line),
            JinjaTokenKind.Operator when token.Text == "[" => List(token.Line),
            JinjaTokenKind.Operator when token.Text == "{" => Map(token.Line),
            _ => throw new JinjaSyntaxException($"'{token.Text}' begins no expression", token.Line),
        };
    }

    private static JinjaExpression.Constant Constant(object value, int line) => new(value, line);

    private JinjaExpression.Constant Text(JinjaToken token)
    {
        var text = token.Text;
        if (tokens.Now.Kind != JinjaTokenKind.String)
            return Constant(text, token.Line);

        var parts = new System.Text.StringBuilder(text);
        while (tokens.Now.Kind == JinjaTokenKind.String)
            parts.Append(tokens.Take().Text);
        return Constant(parts.ToString(), token.Line);
    }

    private JinjaExpression Group(int line)
    {
        if (tokens.TakeIf(")"))
            return new JinjaExpression.Sequence([], line);

        var value = expressions.ParseTuple();
        tokens.Expect(")");
        return value;
    }

    private JinjaExpression List(int line)
    {
        List<JinjaExpression> items = [];
        while (!tokens.TakeIf("]"))
        {
            items.Add(expressions.Parse());
            if (!tokens.TakeIf(",") && !tokens.Now.IsOperator("]"))
                throw tokens.Fault("a bracket does not close");
        }

        return JinjaExpressionParser.Sequence(items, line);
    }

    private JinjaExpression.Map Map(int line)
    {
        List<(JinjaExpression, JinjaExpression)> pairs = [];
        List<JinjaExpression> parts = [];
        while (!tokens.TakeIf("}"))
        {
            var key = expressions.Parse();
            tokens.Expect(":");
            var value = expressions.Parse();
            pairs.Add((key, value));
            parts.AddRange([key, value]);
            if (!tokens.TakeIf(",") && !tokens.Now.IsOperator("}"))
                throw tokens.Fault("a bracket does not close");
        }

        return JinjaExpressionParser.Checked(new JinjaExpression.Map(pairs, line), [.. parts]);
    }
}
