namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>Every call in Python source, those in the holes of format strings too, with what its arguments are worth.</summary>
internal sealed class PythonCalls
{
    /// <summary>Format strings in the holes of format strings.</summary>
    private const int MaxDepth = 3;

    private readonly string _source;

    private PythonCalls(string source) => _source = source;

    /// <summary>In the order of their opening brackets.</summary>
    public List<PythonCall> Calls { get; } = [];

    /// <summary>Items of dictionaries whose key is a constant string: <c>"key": value</c>.</summary>
    public List<(string Key, PythonArgument Value)> Items { get; } = [];

    /// <param name="source">The text.</param>
    /// <param name="lines">The lines of it that are Python.</param>
    public static PythonCalls Read(string source, IEnumerable<PyLine> lines)
    {
        var calls = new PythonCalls(source);
        foreach (var (tokens, scope) in PythonBindings.Read(lines))
            calls.Line(tokens, scope, 0);

        return calls;
    }

    private void Line(PyTokens tokens, PythonScope scope, int depth)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Is(i, "(") && IsCallee(tokens, i - 1))
                Call(tokens, i, scope);
            else if (tokens.Is(i, "{"))
                Dictionary(tokens, i, scope);
            else if (tokens[i].Kind == PyTokenKind.Format && depth < MaxDepth)
                Holes(tokens[i], scope, depth);
        }
    }

    private static bool IsCallee(PyTokens tokens, int at) => tokens.IsName(at)
        && tokens[at].Text is not ("def" or "class" or "if" or "elif" or "while" or "return" or "in" or "not" or "and" or "or" or "is" or "assert" or "print" or "yield" or "await" or "import" or "lambda" or "except" or "with" or "for" or "else")
        && !tokens.Is(at - 1, "def") && !tokens.Is(at - 1, "class");

    private void Call(PyTokens tokens, int open, PythonScope scope)
    {
        var first = open - 1;
        while (tokens.Is(first - 1, ".") && tokens.IsName(first - 2))
            first -= 2;

        // Behind a call, an index or a string nothing is known but the last name.
        var name = tokens.Is(first - 1, ".") ? PythonValue.Unknown : PythonExpressions.Name(tokens, first, open, scope);
        var function = name.Kind == PythonValueKind.Named ? name.Text : "?." + tokens[open - 1].Text;

        var close = tokens.Close(open);
        var arguments = new List<PythonArgument>();
        var isOpen = false;
        foreach (var (start, end) in PythonExpressions.Items(tokens, open))
        {
            // What is put in there may be anything.
            if (tokens.Is(start, "*") || tokens.Is(start, "**") || tokens.Is(start, "\0"))
                isOpen = true;
            else
                arguments.Add(tokens.IsName(start) && tokens.Is(start + 1, "=") ? Argument(tokens[start].Text, tokens, start + 2, end, scope) : Argument(null, tokens, start, end, scope));
        }

        var stop = close < tokens.Count ? tokens[close].Offset : tokens[tokens.Count - 1].End;
        Calls.Add(new PythonCall(function, tokens[first].Offset, tokens[open - 1].End, arguments, isOpen, stop));
    }

    private static PythonArgument Argument(string? name, PyTokens tokens, int start, int end, PythonScope scope)
    {
        if (start >= end)
            return new PythonArgument(name, PythonValue.Unknown, "", tokens[start - 1].End, tokens[start - 1].End);

        var chain = tokens.IsName(start) ? PythonExpressions.Chain(tokens, start, end) : end;
        var callee = chain < end && tokens.Is(chain, "(") ? PythonExpressions.Name(tokens, start, chain, scope).Text : "";
        return new PythonArgument(name, PythonExpressions.Evaluate(tokens, start, end, scope), callee, tokens[start].Offset, tokens[end - 1].End);
    }

    private void Dictionary(PyTokens tokens, int open, PythonScope scope)
    {
        foreach (var (start, end) in PythonExpressions.Items(tokens, open))
        {
            if (tokens[start].Kind == PyTokenKind.Text && tokens.Is(start + 1, ":"))
                Items.Add((tokens[start].Text, Argument(null, tokens, start + 2, end, scope)));
        }
    }

    private void Holes(PyToken token, PythonScope scope, int depth)
    {
        foreach (var (start, end) in PyHoles.Of(_source, token))
        {
            foreach (var line in new PyTokenizer(_source, null, start, end).Lines())
                Line(new PyTokens(line.Tokens), scope, depth + 1);
        }
    }
}
