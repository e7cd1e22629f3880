using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>What expressions are worth, as far as names that are assigned once tell. Nothing is run.</summary>
internal static class PythonExpressions
{
    /// <summary>Names that stand for names.</summary>
    private const int MaxDepth = 8;

    /// <summary>Tokens of an expression; longer ones are no constants.</summary>
    private const int MaxTokens = 64;

    /// <summary>The items between an opening bracket and the one that closes it.</summary>
    public static IEnumerable<(int Start, int End)> Items(PyTokens tokens, int open)
    {
        var close = tokens.Close(open);
        var start = open + 1;
        for (var i = start; i < close; i++)
        {
            if (tokens.Is(i, ","))
            {
                if (i > start)
                    yield return (start, i);
                start = i + 1;
            }
            else if (tokens.Is(i, "lambda"))
            {
                i = tokens.Find(":", i, close);
            }
            else if (tokens.IsOpen(i))
            {
                i = tokens.Close(i);
            }
        }

        if (start < close)
            yield return (start, close);
    }

    public static PythonValue Evaluate(PyTokens tokens, int start, int end, PythonScope scope, int depth = 0)
    {
        while (end - start > 2 && tokens.Is(start, "(") && tokens.Close(start) == end - 1 && tokens.Find(",", start + 1, end - 1) == end - 1)
            (start, end) = (start + 1, end - 1);
        if (start >= end || end - start > MaxTokens || depth > MaxDepth)
            return PythonValue.Unknown;

        var plus = tokens.Find("+", start, end);
        if (plus < end)
            return Sum(Evaluate(tokens, start, plus, scope, depth + 1), Evaluate(tokens, plus + 1, end, scope, depth + 1));

        if (tokens[start].IsString)
            return Strings(tokens, start, end, scope, depth);
        if (end - start == 1 && tokens.IsName(start))
            return Word(tokens[start].Text, scope, depth);
        if (!tokens.IsName(start))
            return PythonValue.Unknown;

        var last = Chain(tokens, start, end);
        var name = Name(tokens, start, last, scope, depth);
        if (last == end)
            return name;

        return tokens.Is(last, "(") && tokens.Close(last) == end - 1 ? Called(name, tokens, last, scope, depth) : PythonValue.Unknown;
    }

    /// <summary>Where the dotted name that begins at <paramref name="start"/> ends.</summary>
    public static int Chain(PyTokens tokens, int start, int end)
    {
        var at = start + 1;
        while (at + 1 < end && tokens.Is(at, ".") && tokens.IsName(at + 1))
            at += 2;

        return at;
    }

    /// <summary>The value of a dotted name.</summary>
    public static PythonValue Name(PyTokens tokens, int start, int end, PythonScope scope, int depth = 0)
    {
        var value = scope.Find(tokens[start].Text) is { Binding.Class: { } members } && end - start == 3
            ? Bound(members.Own(tokens[start + 2].Text), members, depth)
            : Word(tokens[start].Text, scope, depth);
        if (end - start == 1 || value.Kind == PythonValueKind.Text)
            return value;

        if (value.Kind is not (PythonValueKind.Named or PythonValueKind.Instance))
            return PythonValue.Unknown;

        var name = value.Text;
        for (var i = start + 2; i < end && name.Length <= PythonValue.MaxLength; i += 2)
            name += "." + tokens[i].Text;
        return PythonValue.Named(name);
    }

    private static PythonValue Word(string word, PythonScope scope, int depth)
    {
        switch (word)
        {
            case "True": return PythonValue.True;
            case "False": return PythonValue.False;
            case "None": return PythonValue.None;
        }

        return scope.Find(word) is { } found ? Bound(found.Binding, found.Scope, depth) : PythonValue.Unknown;
    }

    private static PythonValue Bound(PythonBinding? binding, PythonScope scope, int depth)
    {
        if (binding?.Import is { } import)
            return PythonValue.Named(import);
        if (binding?.Tokens is not { } tokens)
            return PythonValue.Unknown;

        if (binding.Value is { } known)
            return known;

        binding.Value = PythonValue.Unknown;
        // A default is evaluated where the function is defined.
        var value = Evaluate(tokens, binding.Start, binding.End, binding.IsDefault ? scope.Outer ?? scope : scope, depth + 1);
        return binding.Value = binding.IsDefault ? value with { IsFallback = true } : value;
    }

    private static PythonValue Called(PythonValue function, PyTokens tokens, int open, PythonScope scope, int depth)
    {
        if (function.Kind != PythonValueKind.Named)
            return PythonValue.Unknown;

        if (function.Text is "os.environ.get" or "os.getenv" && Items(tokens, open).ToList() is { Count: 2 } items)
            return Evaluate(tokens, items[1].Start, items[1].End, scope, depth + 1) with { IsFallback = true };

        // By PEP 8 a class.
        var last = function.Text.LastIndexOf('.') + 1;
        return last < function.Text.Length && char.IsUpper(function.Text[last]) ? new PythonValue(PythonValueKind.Instance, function.Text) : PythonValue.Unknown;
    }

    private static PythonValue Strings(PyTokens tokens, int start, int end, PythonScope scope, int depth)
    {
        var value = PythonValue.Of("");
        for (var i = start; i < end; i++)
            value = Sum(value, String(tokens[i], scope, depth));

        return value;
    }

    private static PythonValue String(PyToken token, PythonScope scope, int depth)
    {
        if (token.Text.IndexOfAny([ModelAddress.Hole]) >= 0)
            return PythonValue.Unknown;
        if (token.Kind == PyTokenKind.Text)
            return PythonValue.Of(token.Text);
        if (token.Kind != PyTokenKind.Format || token.Text.Length > PythonValue.MaxLength)
            return PythonValue.Unknown;

        // Holes that are names; anything else is not worth a parser.
        var value = PythonValue.Of("");
        for (var at = 0; at < token.Text.Length;)
        {
            var open = token.Text.IndexOfAny(['{', '}'], at);
            var next = open < 0 ? token.Text.Length : open;
            value = Sum(value, PythonValue.Of(token.Text.Substring(at, next - at)));
            at = next + 1;
            if (at >= token.Text.Length)
                return open < 0 ? value : PythonValue.Unknown;

            if (token.Text[at] == token.Text[open])
            {
                value = Sum(value, PythonValue.Of(token.Text[open].ToString()));
                at++;
                continue;
            }

            var close = token.Text.IndexOf('}', at);
            var line = close < 0 ? null : new PyTokenizer(token.Text, null, at, close).Lines().FirstOrDefault();
            if (line is null || depth >= MaxDepth)
                return PythonValue.Unknown;

            value = Sum(value, Evaluate(new PyTokens(line.Tokens), 0, line.Tokens.Count, scope, depth + 1));
            at = close + 1;
        }

        return value;
    }

    private static PythonValue Sum(PythonValue left, PythonValue right) =>
        left.Constant is { } first && right.Constant is { } second
            ? PythonValue.Of(first + second) with { IsFallback = left.IsFallback || right.IsFallback }
            : PythonValue.Unknown;
}
