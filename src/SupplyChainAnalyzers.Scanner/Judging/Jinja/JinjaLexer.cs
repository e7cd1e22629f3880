using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// Cuts a template into tokens as Jinja 3.1 does with its default delimiters (jinja2/lexer.py). Line statements are off, as in
/// every loader of chat templates. Whitespace control changes the output's spaces only and is read over.
/// </summary>
internal sealed class JinjaLexer
{
    private const int MaxTokens = 400_000;

    private static readonly string[] Operators = ["**", "//", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<", "=", ".", ":", "|", ",", ";"];

    private readonly string _text;
    private readonly List<JinjaToken> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _lineAt;

    private JinjaLexer(string text) => _text = text;

    /// <exception cref="JinjaSyntaxException">No template.</exception>
    /// <exception cref="LimitExceededException">Too many tokens.</exception>
    public static List<JinjaToken> Tokens(string text)
    {
        var lexer = new JinjaLexer(text);
        lexer.Run();
        return lexer._tokens;
    }

    private void Run()
    {
        while (_at < _text.Length)
        {
            var begin = NextTag();
            if (begin > _at)
                Add(JinjaTokenKind.Data, _text[_at..begin]);

            _at = begin;
            if (_at == _text.Length)
                break;

            switch (_text[_at + 1])
            {
                case '#':
                    _at = After("#}", "a comment");
                    break;
                case '{':
                    Code(JinjaTokenKind.OutputBegin, JinjaTokenKind.OutputEnd, "}}");
                    break;
                default:
                    if (!Raw())
                        Code(JinjaTokenKind.BlockBegin, JinjaTokenKind.BlockEnd, "%}");
                    break;
            }
        }

        Add(JinjaTokenKind.End, "");
    }

    private int NextTag()
    {
        for (var at = _text.IndexOf('{', _at); at >= 0 && at + 1 < _text.Length; at = _text.IndexOf('{', at + 1))
        {
            if (_text[at + 1] is '%' or '{' or '#')
                return at;
        }

        return _text.Length;
    }

    private int After(string end, string what)
    {
        var found = _text.IndexOf(end, _at + 2, StringComparison.Ordinal);
        return found < 0 ? throw Fault($"{what} does not end") : found + end.Length;
    }

    // {% raw %} … {% endraw %}: text, whatever it looks like.
    private bool Raw()
    {
        var body = Tag(_at, "raw");
        if (body < 0)
            return false;

        for (var at = _text.IndexOf("{%", body, StringComparison.Ordinal); at >= 0; at = _text.IndexOf("{%", at + 2, StringComparison.Ordinal))
        {
            var end = Tag(at, "endraw");
            if (end < 0)
                continue;

            Add(JinjaTokenKind.Data, _text[body..at]);
            _at = end;
            return true;
        }

        throw Fault("a raw block does not end");
    }

    // Behind a tag of one word; -1 when it is another.
    private int Tag(int at, string word)
    {
        at += 2;
        if (At(at) is '-' or '+')
            at++;
        at = SkipSpace(at);
        if (string.CompareOrdinal(_text, at, word, 0, word.Length) != 0)
            return -1;

        at = SkipSpace(at + word.Length);
        if (At(at) is '-' or '+')
            at++;
        return At(at) == '%' && At(at + 1) == '}' ? at + 2 : -1;
    }

    private void Code(JinjaTokenKind begin, JinjaTokenKind end, string close)
    {
        Add(begin, "");
        _at += 2;
        if (At(_at) is '-' or '+')
            _at++;

        var open = 0;
        while (true)
        {
            _at = SkipSpace(_at);
            if (_at >= _text.Length)
                throw Fault("a tag does not end");

            var sign = At(_at) is '-' or '+' ? 1 : 0;
            if (open == 0 && string.CompareOrdinal(_text, _at + sign, close, 0, 2) == 0)
            {
                _at += sign + 2;
                Add(end, "");
                return;
            }

            open += Token();
        }
    }

    // How many brackets it opened.
    private int Token()
    {
        var c = _text[_at];
        if (c is '\'' or '"')
        {
            var end = JinjaString.End(_text, _at);
            if (end < 0)
                throw Fault("a text does not end");

            Add(JinjaTokenKind.String, JinjaString.Resolve(_text.AsSpan(_at + 1, end - _at - 1)));
            _at = end + 1;
            return 0;
        }

        if (char.IsAsciiDigit(c))
        {
            var (length, isFloat) = JinjaNumber.Measure(_text, _at);
            return Take(isFloat ? JinjaTokenKind.Float : JinjaTokenKind.Integer, length);
        }

        if (c == '_' || char.IsLetter(c))
        {
            var end = _at + 1;
            while (end < _text.Length && (_text[end] == '_' || char.IsLetterOrDigit(_text[end])))
                end++;
            return Take(JinjaTokenKind.Name, end - _at);
        }

        var found = Array.Find(Operators, text => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0) ?? throw Fault($"'{c}' is no token");
        Take(JinjaTokenKind.Operator, found.Length);
        return found switch { "(" or "[" or "{" => 1, ")" or "]" or "}" => -1, _ => 0 };
    }

    private int Take(JinjaTokenKind kind, int length)
    {
        Add(kind, _text.Substring(_at, length));
        _at += length;
        return 0;
    }

    private void Add(JinjaTokenKind kind, string text)
    {
        if (_tokens.Count >= MaxTokens)
            throw new LimitExceededException($"it has a template of more than {MaxTokens} parts");

        _line += _text.AsSpan(_lineAt, _at - _lineAt).Count('\n');
        _lineAt = _at;
        _tokens.Add(new JinjaToken(kind, text, _line));
    }

    private int SkipSpace(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            at++;
        return at;
    }

    private char At(int at) => at < _text.Length ? _text[at] : '\0';

    private JinjaSyntaxException Fault(string reason) => new(reason, _line);
}
