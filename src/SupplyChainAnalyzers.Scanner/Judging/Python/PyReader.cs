using SupplyChainAnalyzers.Core.Sources.Python;

namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>
/// Reads Python source statement by statement: which names stand for which imports, what is called, and whether importing the
/// source calls it or somebody has to call a function first. Blocks are told by indentation, as in Python.
/// </summary>
internal sealed class PyReader
{
    private static readonly HashSet<string> Compound = new(["if", "elif", "else", "for", "while", "with", "try", "except", "finally", "match", "case"], StringComparer.Ordinal);

    /// <summary>Blocks opened in one line; Python allows one.</summary>
    private const int MaxBlocksInLine = 20;

    private readonly PyFacts _facts = new();
    private readonly Stack<(int Indent, PyScope Scope, bool IsCertain)> _blocks = new();

    private PyReader() => _blocks.Push((-1, new PyScope(null, "", ""), true));

    private PyScope Scope => _blocks.Peek().Scope;

    /// <summary>Whether no branch is around: what stands here happens.</summary>
    private bool IsCertain => _blocks.Peek().IsCertain;

    public static PyFacts Read(string source)
    {
        var reader = new PyReader();
        foreach (var line in new PyTokenizer(source, PythonNames.Simplified).Lines())
        {
            while (reader._blocks.Peek().Indent >= line.Indent)
                reader._blocks.Pop();

            reader.Statements(line.Tokens, line.Indent);
        }

        return reader._facts;
    }

    private void Statements(IReadOnlyList<PyToken> tokens, int indent)
    {
        var count = _blocks.Count;
        for (var at = 0; at < tokens.Count;)
        {
            if (_blocks.Count - count > MaxBlocksInLine)
            {
                _facts.IsIncomplete = true;
                return;
            }

            var end = Until(tokens, at, ";");
            if (end > at)
                at = Statement(tokens, at, end, indent);
            if (at == end)
                at++;
        }
    }

    // Returns where the next statement starts: the end, or behind the colon of a compound statement.
    private int Statement(IReadOnlyList<PyToken> tokens, int at, int end, int indent)
    {
        if (tokens[at].Is("async") && at + 1 < end)
            at++;

        var word = tokens[at].Kind == PyTokenKind.Name ? tokens[at].Text : "";
        if (word == "def" && at + 1 < end)
            return Function(tokens, at + 1, end, indent);
        if (word == "class" && at + 1 < end)
            return Class(tokens, at + 1, end, indent);
        if (word == "import")
            Import(tokens, at + 1, end);
        else if (word == "from" && Until(tokens, at, "import", end) is var import && import < end)
            ImportFrom(tokens, at + 1, import, end);
        else if (Compound.Contains(word) && Colon(tokens, at + 1, end) is var colon && colon < end)
            return Block(tokens, at, colon, indent);
        else if (tokens[at].Is("@"))
            Decorator(tokens, at + 1, end);
        else
            Assign(tokens, at, end);

        return end;
    }

    private int Function(IReadOnlyList<PyToken> tokens, int at, int end, int indent)
    {
        var name = tokens[at].Text;
        var qualified = Scope.Qualifier + name;
        var colon = Colon(tokens, at, end);
        Read(tokens, at + 1, colon); // defaults and annotations belong to the scope around
        Scope.Bind(name, new PyValue(PyValueKind.Local, qualified), IsCertain);
        _facts.Functions.Add(qualified);

        var scope = new PyScope(Scope, qualified, qualified + ".");
        var depth = 0;
        for (var i = at + 1; i < colon; i++)
        {
            depth += tokens[i].Kind != PyTokenKind.Operator ? 0 : tokens[i].Text is "(" or "[" or "{" ? 1 : tokens[i].Text is ")" or "]" or "}" ? -1 : 0;
            if (depth == 1 && tokens[i].Kind == PyTokenKind.Name && tokens[i - 1].Kind == PyTokenKind.Operator && tokens[i - 1].Text is "(" or "," or "*" or "**")
                scope.BindParameter(tokens[i].Text);
        }

        _blocks.Push((indent, scope, true));
        return colon + 1;
    }

    private int Class(IReadOnlyList<PyToken> tokens, int at, int end, int indent)
    {
        var colon = Colon(tokens, at, end);
        Read(tokens, at + 1, colon);
        var name = tokens[at].Text;
        var qualified = Scope.Qualifier + name;
        Scope.Bind(name, new PyValue(PyValueKind.Local, qualified), IsCertain);
        _blocks.Push((indent, new PyScope(Scope, Scope.Function, qualified + "."), IsCertain));
        return colon + 1;
    }

    private int Block(IReadOnlyList<PyToken> tokens, int at, int colon, int indent)
    {
        var isMain = tokens[at].Is("if") && colon - at == 4 && tokens[at + 1].Is("__name__") && tokens[at + 2].Is("==") && tokens[at + 3].Text == "__main__";
        var scope = isMain && Scope.Function.Length == 0 ? new PyScope(Scope, "__main__", "") : Scope;
        _blocks.Push((indent, scope, IsCertain && (tokens[at].Is("with") || tokens[at].Is("try"))));
        var values = Read(tokens, at + 1, colon);
        if (tokens[at].Is("with") && colon - at > 3 && tokens[colon - 2].Is("as") && values.Count > 0)
            scope.Bind(tokens[colon - 1].Text, values[0], IsCertain);

        return colon + 1;
    }

    private void Import(IReadOnlyList<PyToken> tokens, int at, int end)
    {
        while (at < end)
        {
            var comma = Until(tokens, at, ",", end);
            var dotted = Dotted(tokens, ref at, comma);
            if (dotted.Length > 0)
            {
                _facts.Imports.Add((dotted, tokens[Math.Min(at, end - 1)].Offset));
                var isRenamed = at + 1 < comma && tokens[at].Is("as");
                var name = isRenamed ? tokens[at + 1].Text : dotted.Split('.')[0];
                Scope.Bind(name, PyValue.Named(isRenamed ? dotted : name), IsCertain);
            }

            at = comma + 1;
        }
    }

    private void ImportFrom(IReadOnlyList<PyToken> tokens, int at, int import, int end)
    {
        var offset = tokens[at - 1].Offset;
        var isRelative = at < import && tokens[at].Text[0] == '.';
        var module = Dotted(tokens, ref at, import);
        if (!isRelative && module.Length > 0)
            _facts.Imports.Add((module, offset));

        for (at = import + 1; at < end; at++)
        {
            if (tokens[at].Is("*") && !isRelative)
                Scope.AddStar(module);
            if (tokens[at].Kind != PyTokenKind.Name)
                continue;

            var name = tokens[at].Text;
            var isRenamed = at + 2 < end && tokens[at + 1].Is("as");
            Scope.Bind(isRenamed ? tokens[at + 2].Text : name, isRelative ? PyValue.Unknown : PyValue.Named(module + "." + name), IsCertain);
            if (!isRelative)
                _facts.Imports.Add((module + "." + name, tokens[at].Offset));
            if (isRenamed)
                at += 2;
        }
    }

    private void Decorator(IReadOnlyList<PyToken> tokens, int at, int end)
    {
        var calls = _facts.Calls.Count;
        Read(tokens, at, end);
        // "@f" calls f with what follows.
        for (var i = calls; i < _facts.Calls.Count; i++)
            _facts.Calls[i] = _facts.Calls[i] with { IsMention = false };
    }

    private void Assign(IReadOnlyList<PyToken> tokens, int at, int end)
    {
        var targets = new List<List<string>>();
        for (var equals = Until(tokens, at, "=", end); equals < end; equals = Until(tokens, at, "=", end))
        {
            targets.Add(Targets(tokens, at, equals));
            Read(tokens, at, equals);
            at = equals + 1;
        }

        var values = Read(tokens, at, end);
        foreach (var names in targets)
        {
            var parts = values.Count == 1 && values[0].Kind == PyValueKind.List && names.Count > 1 ? values[0].Items : values;
            for (var i = 0; i < names.Count; i++)
                Scope.Bind(names[i], names.Count == parts.Count ? parts[i] : names.Count == 1 && parts.Count > 0 ? new PyValue(PyValueKind.List) { Items = parts } : PyValue.Unknown, IsCertain);
        }
    }

    // "a", "a, b", "(a, b)", "a: type"; attributes and items are no names.
    private static List<string> Targets(IReadOnlyList<PyToken> tokens, int at, int end)
    {
        end = Math.Min(end, Until(tokens, at, ":", end));
        var names = new List<string>();
        for (var i = at; i < end; i++)
        {
            var isAlone = (i == at || tokens[i - 1].Kind == PyTokenKind.Operator && tokens[i - 1].Text is "," or "(") && (i + 1 == end || tokens[i + 1].Kind == PyTokenKind.Operator && tokens[i + 1].Text is "," or ")");
            if (tokens[i].Kind == PyTokenKind.Name && isAlone)
                names.Add(tokens[i].Text);
        }

        return names;
    }

    private List<PyValue> Read(IReadOnlyList<PyToken> tokens, int at, int end) => new PyExpressions(tokens, at, end, Scope, _facts, IsCertain).ReadAll();

    private static string Dotted(IReadOnlyList<PyToken> tokens, ref int at, int end)
    {
        var dotted = "";
        for (; at < end && (tokens[at].Kind == PyTokenKind.Name && !tokens[at].Is("as") || tokens[at].Is(".") || tokens[at].Is("...")); at++)
            dotted = dotted.Length < Callables.MaxLength ? dotted + tokens[at].Text : dotted;

        return dotted.Trim('.');
    }

    private static int Until(IReadOnlyList<PyToken> tokens, int at, string text, int end = int.MaxValue)
    {
        var depth = 0;
        end = Math.Min(end, tokens.Count);
        for (; at < end; at++)
        {
            if (depth == 0 && tokens[at].Is(text))
                return at;
            if (tokens[at].Kind == PyTokenKind.Operator)
                depth += tokens[at].Text is "(" or "[" or "{" ? 1 : tokens[at].Text is ")" or "]" or "}" ? -1 : 0;
        }

        return end;
    }

    // The colon that opens a block: not in brackets, not a lambda's.
    private static int Colon(IReadOnlyList<PyToken> tokens, int at, int end)
    {
        var lambdas = 0;
        var depth = 0;
        for (; at < end; at++)
        {
            if (depth == 0 && tokens[at].Is("lambda"))
                lambdas++;
            else if (depth == 0 && tokens[at].Is(":") && lambdas-- == 0)
                return at;
            else if (tokens[at].Kind == PyTokenKind.Operator)
                depth += tokens[at].Text is "(" or "[" or "{" ? 1 : tokens[at].Text is ")" or "]" or "}" ? -1 : 0;
        }

        return end;
    }
}
