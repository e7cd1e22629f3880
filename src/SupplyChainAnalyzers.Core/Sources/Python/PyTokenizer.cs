namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>
/// Splits Python source into logical lines of tokens (Python Language Reference, chapter 2), more tolerant than Python: what is no
/// token is left out. Linear in the length of the source.
/// </summary>
/// <param name="source">The text.</param>
/// <param name="normalize">What an identifier is compared as, for those that are not ASCII; null leaves them.</param>
/// <param name="start">First character to read.</param>
/// <param name="end">Characters up to the last to read; -1 reads to the end.</param>
internal sealed class PyTokenizer(string source, Func<string, string>? normalize = null, int start = 0, int end = -1)
{
    private const int TabSize = 8;

    // What another program puts into the source while it runs; Python itself takes no NUL. It is a token that is nothing.
    private const char Hole = '\0';

    // Longest first.
    private static readonly string[] Operators = ["**=", "//=", ">>=", "<<=", "...", ":=", "->", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "**", "//", "<<", ">>"];

    private readonly int _end = end < 0 ? source.Length : end;

    private int _at = start == 0 && source.Length > 0 && source[0] == '\uFEFF' ? 1 : start;

    /// <summary>The character that is read next. Who knows that a line is no Python goes behind it.</summary>
    public int Position
    {
        get => _at;
        set => _at = value;
    }

    public bool IsAtEnd => _at >= _end;

    public IEnumerable<PyLine> Lines()
    {
        while (!IsAtEnd)
        {
            if (ReadLine() is { } line)
                yield return line;
        }
    }

    /// <summary>The next logical line; null when nothing stands on it.</summary>
    public PyLine? ReadLine()
    {
        var indent = Indent();
        var tokens = Line();
        return tokens.Count > 0 ? new PyLine(indent, tokens) : null;
    }

    private int Indent()
    {
        var columns = 0;
        for (; _at < _end && source[_at] is ' ' or '\t' or '\f'; _at++)
            columns = source[_at] == '\t' ? (columns / TabSize + 1) * TabSize : source[_at] == '\f' ? 0 : columns + 1;

        return columns;
    }

    private List<PyToken> Line()
    {
        var tokens = new List<PyToken>();
        var brackets = 0;
        while (_at < _end)
        {
            var c = source[_at];
            if (c is '\n' or '\r')
            {
                _at++;
                if (brackets == 0)
                    break;
            }
            else if (c == '#')
            {
                SkipComment();
            }
            else if (c == '\\' && Next(1) is '\n' or '\r')
            {
                _at += Next(1) == '\r' && Next(2) == '\n' ? 3 : 2;
            }
            else if (IsNameStart(c))
            {
                tokens.Add(NameOrString());
            }
            else if (c is '"' or '\'')
            {
                tokens.Add(String(_at));
            }
            else if (c is >= '0' and <= '9' || (c == '.' && Next(1) is >= '0' and <= '9'))
            {
                var number = _at;
                _at = PyNumbers.End(source, _at, _end);
                tokens.Add(new PyToken(PyTokenKind.Number, source.Substring(number, _at - number), number, _at));
            }
            else if (c is ' ' or '\t' or '\f' || (c > Hole && char.IsControl(c)))
            {
                _at++;
            }
            else
            {
                tokens.Add(Operator());
                brackets = c switch { '(' or '[' or '{' => brackets + 1, ')' or ']' or '}' => Math.Max(0, brackets - 1), _ => brackets };
            }
        }

        return tokens;
    }

    private char Next(int count) => _at + count < _end ? source[_at + count] : '\0';

    private void SkipComment()
    {
        var end = source.IndexOfAny(['\n', '\r'], _at, _end - _at);
        _at = end < 0 ? _end : end;
    }

    private PyToken NameOrString()
    {
        var first = _at;
        var isAscii = true;
        for (; _at < _end && IsNamePart(source[_at]); _at++)
            isAscii &= source[_at] < '\x80';

        if (_at < _end && source[_at] is '"' or '\'' && PyStrings.IsPrefix(source, first, _at))
            return String(first);

        // Identifiers are compared in normal form NFKC (reference 2.3): full-width letters are the ASCII ones.
        var name = source.Substring(first, _at - first);
        return new PyToken(PyTokenKind.Name, isAscii || normalize is null ? name : normalize(name), first, _at);
    }

    private PyToken Operator()
    {
        var first = _at;
        foreach (var known in Operators)
        {
            if (_at + known.Length <= _end && string.CompareOrdinal(source, _at, known, 0, known.Length) == 0)
            {
                _at += known.Length;
                return new PyToken(PyTokenKind.Operator, known, first, _at);
            }
        }

        _at++;
        return new PyToken(PyTokenKind.Operator, source[first].ToString(), first, _at);
    }

    private PyToken String(int first)
    {
        var token = PyStrings.Read(source, first, _at, _end);
        _at = token.End;
        return token;
    }

    private static bool IsNameStart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' || (c >= '\x80' && (char.IsLetter(c) || char.IsSurrogate(c)));

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsDigit(c)
        || (c >= '\x80' && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.ConnectorPunctuation);
}
