using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Core.Sources.Shell;

/// <summary>Reads one word: quotes, backslashes, variables and substitutions (POSIX Shell Command Language, 2.2 and 2.6).</summary>
/// <param name="source">The script.</param>
/// <param name="variables">What is known of variables.</param>
/// <param name="substituted">Told about each command substitution.</param>
internal sealed class ShellWordReader(MappedText source, ShellVariables variables, Action<int, int> substituted)
{
    /// <summary>Characters of a word that variables make longer; a short script could else fill the memory.</summary>
    private const int MaxLength = 4096;

    private readonly string _text = source.Text;
    private MappedTextBuilder _word = new();
    private int _at;

    public ShellWord Read(ref int at)
    {
        var start = _at = at;
        _word = new MappedTextBuilder();
        while (_at < _text.Length && !IsEnd(_text[_at]))
        {
            var c = _text[_at];
            if (c == '\'')
                Single();
            else if (c == '"')
                Double();
            else if (c == '\\')
                Escape(isQuoted: false);
            else if (c is '$' or '`')
                Expand();
            else
                Take();
        }

        // A character that no word begins with must not stop the parser.
        if (_at == start)
            Take();

        at = _at;
        var end = source.End(_at);
        return new ShellWord(_word.Build(end), source.Offset(start), end);
    }

    private static bool IsEnd(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or ';' or '&' or '|' or '(' or ')' or '<' or '>';

    private void Take()
    {
        _word.Append(_text[_at], source.Offset(_at));
        _at++;
    }

    private void Single()
    {
        for (_at++; _at < _text.Length && _text[_at] != '\'';)
            Take();

        _at++;
        _at = Math.Min(_at, _text.Length);
    }

    private void Double()
    {
        _at++;
        while (_at < _text.Length && _text[_at] != '"')
        {
            if (_text[_at] == '\\')
                Escape(isQuoted: true);
            else if (_text[_at] is '$' or '`')
                Expand();
            else
                Take();
        }

        _at = Math.Min(_at + 1, _text.Length);
    }

    // In double quotes a backslash stands for itself, but before a few characters.
    private void Escape(bool isQuoted)
    {
        if (_at + 1 == _text.Length)
        {
            Take();
            return;
        }

        var next = _text[_at + 1];
        if (next is '\n' or '\r')
        {
            _at += next == '\r' && _at + 2 < _text.Length && _text[_at + 2] == '\n' ? 3 : 2;
            return;
        }

        if (isQuoted && next is not ('"' or '\\' or '$' or '`'))
            Take();
        else
            _at++;
        Take();
    }

    private void Expand()
    {
        var start = _at;
        var next = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (_text[_at] == '`')
        {
            _at = ShellBrackets.Backtick(_text, _at + 1);
            Substituted(start + 1, _at - 1, start);
        }
        else if (next == '(')
        {
            _at = ShellBrackets.Close(_text, _at + 1, '(', ')');
            Substituted(start + 2, _at - 1, start);
        }
        else if (next == '{')
        {
            _at = ShellBrackets.Close(_text, _at + 1, '{', '}');
            Variable(_text.Substring(start + 2, Math.Max(0, _at - start - 3)), start);
        }
        else if (next is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_')
        {
            for (_at++; _at < _text.Length && ShellVariables.IsName("_" + _text[_at], 2);)
                _at++;

            Variable(_text.Substring(start + 1, _at - start - 1), start);
        }
        else if (next is '@' or '*' or '#' or '?' or '!' or '-' or '$' or (>= '0' and <= '9'))
        {
            _at += 2;
            _word.Append(ModelAddress.Hole, source.Offset(start));
        }
        else
        {
            Take();
        }
    }

    private void Substituted(int start, int end, int at)
    {
        _word.Append(ModelAddress.Hole, source.Offset(at));
        if (end > start)
            substituted(start, end);
    }

    // NAME, NAME:-default; other operators cut and replace.
    private void Variable(string expression, int at)
    {
        var length = 0;
        while (length < expression.Length && ShellVariables.IsName("_" + expression[length], 2))
            length++;

        var name = expression.Substring(0, length);
        var rest = expression.Substring(length);
        var isDefault = rest.StartsWith(":-", StringComparison.Ordinal) || rest.StartsWith(":=", StringComparison.Ordinal);
        var value = rest.Length == 0 || isDefault ? variables.Find(name) : null;
        if (isDefault && value is null && rest.IndexOfAny(['$', '`', '"', '\'', '\\']) < 0)
            value = rest.Substring(2);

        _word.Append(value is not null && _word.Length < MaxLength ? value : ModelAddress.Hole.ToString(), source.Offset(at));
    }
}
