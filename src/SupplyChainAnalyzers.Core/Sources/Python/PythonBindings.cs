namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>
/// First walk over a module: which names are imported, defined and assigned where. Blocks are told by indentation. Only a name
/// that gets one value, once, keeps it.
/// </summary>
internal sealed class PythonBindings
{
    private readonly Stack<(int Indent, PythonScope Scope)> _blocks = new();

    private PythonBindings() => _blocks.Push((-1, new PythonScope(null)));

    private PythonScope Scope => _blocks.Peek().Scope;

    /// <summary>The lines of the source, each with the names that it sees.</summary>
    public static List<(PyTokens Tokens, PythonScope Scope)> Read(IEnumerable<PyLine> source)
    {
        var names = new PythonBindings();
        var lines = new List<(PyTokens, PythonScope)>();
        foreach (var line in source)
        {
            while (names._blocks.Count > 1 && names._blocks.Peek().Indent >= line.Indent)
                names._blocks.Pop();

            var tokens = new PyTokens(line.Tokens);
            for (var at = 0; at < tokens.Count;)
            {
                var end = tokens.Find(";", at, tokens.Count);
                names.Statement(tokens, at, end, line.Indent);
                at = end + 1;
            }

            // A header's defaults are evaluated outside, but see no fewer names inside.
            lines.Add((tokens, names.Scope));
        }

        return lines;
    }

    private void Statement(PyTokens tokens, int at, int end, int indent)
    {
        if (tokens.Is(at, "async"))
            at++;

        if (tokens.Is(at, "def") && tokens.IsName(at + 1))
            Function(tokens, at + 1, indent);
        else if (tokens.Is(at, "class") && tokens.IsName(at + 1))
            Class(tokens[at + 1].Text, indent);
        else if (tokens.Is(at, "import"))
            Import(tokens, at + 1, end);
        else if (tokens.Is(at, "from") && tokens.Find("import", at, end) is var import && import < end)
            ImportFrom(tokens, at + 1, import, end);
        else
            Bindings(tokens, at, end);
    }

    private void Function(PyTokens tokens, int name, int indent)
    {
        Scope.Bind(tokens[name].Text, PythonBinding.Unknown);
        var scope = new PythonScope(Scope);
        _blocks.Push((indent, scope));
        if (tokens.Is(name + 1, "("))
        {
            foreach (var (start, end) in PythonExpressions.Items(tokens, name + 1))
                Parameter(scope, tokens, start, end);
        }
    }

    // name, name: type, name=default, name: type = default, *names, **names
    private static void Parameter(PythonScope scope, PyTokens tokens, int start, int end)
    {
        while (start < end && !tokens.IsName(start))
            start++;
        if (start == end)
            return;

        var equals = tokens.Find("=", start, end);
        scope.Bind(tokens[start].Text, equals == end ? PythonBinding.Unknown : new PythonBinding { Tokens = tokens, Start = equals + 1, End = end, IsDefault = true });
    }

    private void Class(string name, int indent)
    {
        var scope = new PythonScope(Scope, isClass: true);
        Scope.Bind(name, new PythonBinding { Class = scope });
        _blocks.Push((indent, scope));
    }

    private void Import(PyTokens tokens, int at, int end)
    {
        while (at < end)
        {
            var comma = tokens.Find(",", at, end);
            var dotted = Dotted(tokens, ref at, comma);
            var isRenamed = tokens.Is(at, "as") && at + 1 < comma;
            var name = isRenamed ? tokens[at + 1].Text : dotted.Split('.')[0];
            if (dotted.Length > 0)
                Scope.Bind(name, new PythonBinding { Import = isRenamed ? dotted : name });

            at = comma + 1;
        }
    }

    private void ImportFrom(PyTokens tokens, int at, int import, int end)
    {
        // What a package imports from itself is known to nobody here.
        var isOwn = tokens.Is(at, ".") || tokens.Is(at, "...");
        var module = Dotted(tokens, ref at, import);
        for (at = import + 1; at < end; at++)
        {
            if (!tokens.IsName(at))
                continue;

            var name = tokens[at].Text;
            if (tokens.Is(at + 1, "as") && at + 2 < end)
                at += 2;
            Scope.Bind(tokens[at].Text, isOwn ? PythonBinding.Unknown : new PythonBinding { Import = module + "." + name });
        }
    }

    private void Bindings(PyTokens tokens, int at, int end)
    {
        var equals = tokens.Find("=", at, end);
        if (tokens.IsName(at) && equals < end && (equals == at + 1 || tokens.Is(at + 1, ":")))
        {
            // Of a = b = c, both get c.
            var last = equals;
            for (var next = tokens.Find("=", last + 1, end); next < end; next = tokens.Find("=", last + 1, end))
                last = next;

            Scope.Bind(tokens[at].Text, new PythonBinding { Tokens = tokens, Start = last + 1, End = end });
            at = equals + 1;
        }

        // Everything else that gives a name a value: loops, with, except, walrus, unpacking, global, del.
        var isTarget = equals < end || tokens.Is(at, "global") || tokens.Is(at, "nonlocal") || tokens.Is(at, "del");
        for (var i = at; i < end; i++)
        {
            if (!tokens.IsName(i))
                continue;

            var isBound = (isTarget && i < equals && !tokens.Is(i + 1, ".") && !tokens.Is(i - 1, "."))
                || tokens.Is(i + 1, ":=") || tokens.Is(i - 1, "as") || IsAugmented(tokens, i + 1) || IsLoop(tokens, at, i);
            if (isBound)
                Scope.Bind(tokens[i].Text, PythonBinding.Unknown);
        }
    }

    private static bool IsAugmented(PyTokens tokens, int at) =>
        at < tokens.Count && tokens[at].Kind == PyTokenKind.Operator && tokens[at].Text.Length > 1 && tokens[at].Text[tokens[at].Text.Length - 1] == '='
        && tokens[at].Text is not ("==" or "!=" or "<=" or ">=" or ":=");

    // "for a, b in": names between for and in.
    private static bool IsLoop(PyTokens tokens, int start, int at)
    {
        const int maxTargets = 16;
        for (var i = at - 1; i >= start && i > at - maxTargets; i--)
        {
            if (tokens.Is(i, "for"))
                return !tokens.Is(at, "in");
            if (tokens.Is(i, "in") || tokens.Is(at, "in"))
                return false;
        }

        return false;
    }

    private static string Dotted(PyTokens tokens, ref int at, int end)
    {
        var start = at;
        while (at < end && !tokens.Is(at, "as") && (tokens.IsName(at) || tokens.Is(at, ".") || tokens.Is(at, "...")))
            at++;

        const int maxSegments = 64;
        return string.Concat(Enumerable.Range(start, Math.Min(at - start, maxSegments)).Select(i => tokens[i].Text)).Trim('.');
    }
}
