namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// Parses a template (jinja2/parser.py, with the extensions loaders of chat templates switch on: do, loop controls, and the
/// <c>generation</c> tag of transformers).
/// </summary>
internal sealed class JinjaParser
{
    private readonly JinjaTokens _tokens;
    private readonly JinjaExpressionParser _expressions;
    private readonly JinjaPrimaryParser _primary;

    private JinjaParser(string template)
    {
        _tokens = new JinjaTokens(JinjaLexer.Tokens(template));
        _expressions = new JinjaExpressionParser(_tokens);
        _primary = new JinjaPrimaryParser(_tokens, _expressions);
    }

    /// <exception cref="JinjaSyntaxException">No template.</exception>
    /// <exception cref="Scanning.LimitExceededException">Too large or nested too deep.</exception>
    public static IReadOnlyList<JinjaStatement> Parse(string template)
    {
        var parser = new JinjaParser(template);
        var body = parser.Body();
        return parser._tokens.Now.Kind == JinjaTokenKind.End ? body : throw parser._tokens.Fault($"'{parser._tokens.Ahead.Text}' closes nothing");
    }

    // Up to one of the closing words, which is left to be taken.
    private List<JinjaStatement> Body(params ReadOnlySpan<string> ends)
    {
        _tokens.Enter();
        List<JinjaStatement> body = [];
        while (_tokens.Now.Kind != JinjaTokenKind.End)
        {
            var now = _tokens.Now;
            if (now.Kind == JinjaTokenKind.BlockBegin && ends.Contains(_tokens.Ahead.Text))
                break;

            _tokens.Take();
            switch (now.Kind)
            {
                case JinjaTokenKind.Data:
                    body.Add(new JinjaStatement.Data(now.Text, now.Line));
                    break;
                case JinjaTokenKind.OutputBegin:
                    body.Add(new JinjaStatement.Output(_expressions.ParseTuple(), now.Line));
                    _tokens.Expect(JinjaTokenKind.OutputEnd);
                    break;
                default:
                    Statement(body);
                    break;
            }
        }

        _tokens.Leave();
        return body;
    }

    private void Statement(List<JinjaStatement> body)
    {
        var word = _tokens.Expect(JinjaTokenKind.Name);
        switch (word.Text)
        {
            case "for":
                body.Add(For(word.Line));
                break;
            case "if":
                body.Add(If(word.Line));
                break;
            case "set":
                body.Add(Set(word.Line));
                break;
            case "macro":
                body.Add(Macro(word.Line));
                break;
            case "call":
                body.Add(Call(word.Line));
                break;
            case "filter":
                var filters = Filters();
                body.Add(new JinjaStatement.SetBlock(null, filters, BodyTo("endfilter"), word.Line));
                break;
            case "with":
                body.Add(With(word.Line));
                break;
            case "do":
                body.Add(new JinjaStatement.Do(_expressions.ParseTuple(), word.Line));
                End();
                break;
            case "include" or "import" or "from" or "extends":
                body.Add(Load(word));
                break;
            case "block" or "autoescape" or "generation":
                SkipToEnd();
                body.Add(new JinjaStatement.Group(BodyTo("end" + word.Text), word.Line));
                break;
            case "break" or "continue" or "debug":
                End();
                break;
            default:
                throw new JinjaSyntaxException($"'{word.Text}' is no statement", word.Line);
        }
    }

    private JinjaStatement.For For(int line)
    {
        var target = _expressions.ParseTarget();
        _tokens.Expect("in");
        var values = _expressions.ParseTuple(withCondition: false);
        var condition = _tokens.TakeIf("if") ? _expressions.Parse() : null;
        _tokens.TakeIf("recursive");
        End();
        var body = Body("endfor", "else");
        List<JinjaStatement> other = [];
        if (TakeTag("else"))
            other = Body("endfor");
        CloseTag("endfor");
        return new JinjaStatement.For(target, values, condition, body, other, line);
    }

    private JinjaStatement.If If(int line)
    {
        List<(JinjaExpression?, IReadOnlyList<JinjaStatement>)> branches = [];
        var test = _expressions.ParseTuple();
        End();
        branches.Add((test, Body("endif", "elif", "else")));
        while (_tokens.Ahead.IsWord("elif"))
        {
            _tokens.Take();
            _tokens.Take();
            test = _expressions.ParseTuple();
            End();
            branches.Add((test, Body("endif", "elif", "else")));
        }

        if (TakeTag("else"))
            branches.Add((null, Body("endif")));
        CloseTag("endif");
        return new JinjaStatement.If(branches, line);
    }

    private JinjaStatement Set(int line)
    {
        var target = _expressions.ParseTarget();
        if (_tokens.TakeIf("="))
        {
            var value = _expressions.ParseTuple();
            End();
            return new JinjaStatement.Set(target, value, line);
        }

        var filters = _tokens.TakeIf("|") ? Filters() : EndOnly();
        return new JinjaStatement.SetBlock(target, filters, BodyTo("endset"), line);
    }

    private List<JinjaExpression.Filter> EndOnly()
    {
        End();
        return [];
    }

    private List<JinjaExpression.Filter> Filters()
    {
        List<JinjaExpression.Filter> filters = [];
        do
            filters.Add(_primary.Filter(null));
        while (_tokens.TakeIf("|"));
        End();
        return filters;
    }

    private JinjaStatement.Macro Macro(int line)
    {
        var name = _tokens.Expect(JinjaTokenKind.Name).Text;
        var parameters = Parameters();
        End();
        return new JinjaStatement.Macro(name, parameters, null, BodyTo("endmacro"), line);
    }

    private JinjaStatement.Macro Call(int line)
    {
        var parameters = _tokens.Now.IsOperator("(") ? Parameters() : [];
        var call = _expressions.Parse();
        End();
        return new JinjaStatement.Macro(null, parameters, call, BodyTo("endcall"), line);
    }

    private List<(string, JinjaExpression?)> Parameters()
    {
        List<(string, JinjaExpression?)> parameters = [];
        _tokens.Expect("(");
        while (!_tokens.TakeIf(")"))
        {
            var name = _tokens.Expect(JinjaTokenKind.Name).Text;
            parameters.Add((name, _tokens.TakeIf("=") ? _expressions.Parse() : null));
            if (!_tokens.TakeIf(",") && !_tokens.Now.IsOperator(")"))
                throw _tokens.Fault("a bracket does not close");
        }

        return parameters;
    }

    private JinjaStatement.Group With(int line)
    {
        List<JinjaStatement> body = [];
        while (_tokens.Now.Kind != JinjaTokenKind.BlockEnd)
        {
            var target = _expressions.ParseTarget();
            _tokens.Expect("=");
            body.Add(new JinjaStatement.Set(target, _expressions.Parse(), line));
            if (!_tokens.TakeIf(","))
                break;
        }

        End();
        body.AddRange(BodyTo("endwith"));
        return new JinjaStatement.Group(body, line);
    }

    private JinjaStatement.Load Load(JinjaToken word)
    {
        var name = _expressions.Parse();
        List<string> names = [];
        while (_tokens.Now.Kind is not (JinjaTokenKind.BlockEnd or JinjaTokenKind.End))
        {
            var part = _tokens.Take();
            if (part.Kind == JinjaTokenKind.Name)
                names.Add(part.Text);
        }

        End();
        return new JinjaStatement.Load(word.Text, name, names, word.Line);
    }

    private List<JinjaStatement> BodyTo(string end)
    {
        var body = Body(end);
        CloseTag(end);
        return body;
    }

    private bool TakeTag(string word)
    {
        if (_tokens.Now.Kind != JinjaTokenKind.BlockBegin || !_tokens.Ahead.IsWord(word))
            return false;

        _tokens.Take();
        _tokens.Take();
        End();
        return true;
    }

    // An end tag may repeat the name of what it ends.
    private void CloseTag(string word)
    {
        _tokens.Expect(JinjaTokenKind.BlockBegin);
        _tokens.Expect(word);
        SkipToEnd();
    }

    private void SkipToEnd()
    {
        while (_tokens.Now.Kind is not (JinjaTokenKind.BlockEnd or JinjaTokenKind.End))
            _tokens.Take();
        End();
    }

    private void End() => _tokens.Expect(JinjaTokenKind.BlockEnd);
}
