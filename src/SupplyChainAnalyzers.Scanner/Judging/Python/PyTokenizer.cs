using System.Buffers;

namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>
/// Splits Python source into logical lines of tokens (Python Language Reference, chapter 2), more tolerant than Python: what is no
/// token is left out. Linear in the length of the source.
/// </summary>
internal sealed class PyTokenizer(string source)
{
    private const int TabSize = 8;

    // Longest first.
    private static readonly string[] Operators = ["**=", "//=", ">>=", "<<=", "...", ":=", "->", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "**", "//", "<<", ">>"];

    private static readonly SearchValues<char> Prefixes = SearchValues.Create("rRbBuUfFtT");

    private int _at = source.StartsWith('\uFEFF') ? 1 : 0;

    public IEnumerable<PyLine> Lines()
    {
        while (_at < source.Length)
        {
            var indent = Indent();
            var tokens = Line();
            if (tokens.Count > 0)
                yield return new PyLine(indent, tokens);
        }
    }

    private int Indent()
    {
        var columns = 0;
        for (; _at < source.Length && source[_at] is ' ' or '\t' or '\f'; _at++)
            columns = source[_at] == '\t' ? (columns / TabSize + 1) * TabSize : source[_at] == '\f' ? 0 : columns + 1;

        return columns;
    }

    private List<PyToken> Line()
    {
        var tokens = new List<PyToken>();
        var brackets = 0;
        while (_at < source.Length)
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
            else if (c == '\\' && _at + 1 < source.Length && source[_at + 1] is '\n' or '\r')
            {
                _at += source.AsSpan(_at + 1).StartsWith("\r\n") ? 3 : 2;
            }
            else if (IsNameStart(c))
            {
                tokens.Add(NameOrString());
            }
            else if (c is '"' or '\'')
            {
                tokens.Add(String(_at, ""));
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1])))
            {
                tokens.Add(Number());
            }
            else if (c is ' ' or '\t' or '\f' || char.IsControl(c))
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

    private void SkipComment()
    {
        var end = source.AsSpan(_at).IndexOfAny('\n', '\r');
        _at = end < 0 ? source.Length : _at + end;
    }

    private PyToken NameOrString()
    {
        var start = _at;
        while (_at < source.Length && (IsNameStart(source[_at]) || char.IsDigit(source[_at])))
            _at++;

        if (_at < source.Length && source[_at] is '"' or '\'' && _at - start <= 2 && !source.AsSpan(start, _at - start).ContainsAnyExcept(Prefixes))
            return String(start, source[start.._at]);

        // Identifiers are compared in normal form NFKC (reference 2.3): full-width letters are the ASCII ones.
        var name = source[start.._at];
        return new PyToken(PyTokenKind.Name, name.AsSpan().ContainsAnyExceptInRange('\0', '\x7f') ? PythonNames.Simplified(name) : name, start);
    }

    private PyToken Number()
    {
        var start = _at;
        while (_at < source.Length && (char.IsAsciiLetterOrDigit(source[_at]) || source[_at] is '.' or '_'))
            _at++;

        return new PyToken(PyTokenKind.Number, source[start.._at], start);
    }

    private PyToken Operator()
    {
        foreach (var known in Operators)
        {
            if (string.CompareOrdinal(source, _at, known, 0, known.Length) == 0)
            {
                _at += known.Length;
                return new PyToken(PyTokenKind.Operator, known, _at - known.Length);
            }
        }

        _at++;
        return new PyToken(PyTokenKind.Operator, source[_at - 1].ToString(), _at - 1);
    }

    private PyToken String(int start, string prefix)
    {
        var quote = source[_at];
        var isLong = _at + 2 < source.Length && source[_at + 1] == quote && source[_at + 2] == quote;
        var isRaw = prefix.Contains('r', StringComparison.OrdinalIgnoreCase);
        _at += isLong ? 3 : 1;
        var first = _at;
        var hasEscapes = false;
        for (; _at < source.Length; _at++)
        {
            var c = source[_at];
            if (c == '\\')
            {
                hasEscapes = true;
                _at++;
            }
            else if (c == quote && (!isLong || (_at + 2 < source.Length && source[_at + 1] == quote && source[_at + 2] == quote)))
            {
                break;
            }
            else if (!isLong && c is '\n')
            {
                break;
            }
        }

        var end = Math.Min(_at, source.Length);
        _at = Math.Min(source.Length, end + (isLong ? 3 : 1));
        var value = source[first..end];
        return new PyToken(Kind(prefix), hasEscapes && !isRaw ? PyEscapes.Undo(value) : value, start);
    }

    private static PyTokenKind Kind(string prefix) =>
        prefix.Contains('b', StringComparison.OrdinalIgnoreCase) ? PyTokenKind.Bytes
        : prefix.AsSpan().IndexOfAny("fFtT") >= 0 ? PyTokenKind.Format
        : PyTokenKind.Text;

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_' || char.IsSurrogate(c);
}
