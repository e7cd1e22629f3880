using System.Buffers;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Yaml;

/// <summary>
/// The tags, keys and scalars of a YAML text (YAML 1.2.2), found by one pass over its characters: indentation, flow brackets,
/// quotes, block scalars, comments and %TAG lines are understood; what is no YAML gives whatever it looks like. Linear.
/// </summary>
internal sealed class YamlEntries(string text)
{
    /// <summary>References to other parts; settings that people write have a few dozen.</summary>
    public const int MaxAliases = 500;

    private const int MaxLevels = 200;

    private static readonly SearchValues<char> Indicators = SearchValues.Create("+-123456789");

    private readonly Dictionary<string, string> _handles = new(StringComparer.Ordinal) { ["!!"] = "tag:yaml.org,2002:" };
    private readonly List<(int Indent, string Key)> _keys = [];
    private int _at;
    private int _flow;

    public int Aliases { get; private set; }

    /// <summary>Whether a %TAG line gives Python's objects another name.</summary>
    public bool RenamesPython => _handles.Values.Any(static prefix => prefix.Contains("python", StringComparison.OrdinalIgnoreCase));

    public IEnumerable<YamlEntry> Read()
    {
        while (_at < text.Length)
        {
            var end = text.IndexOf('\n', _at);
            end = end < 0 ? text.Length : end;
            if (text[_at] == '%')
            {
                Directive(text[_at..end]);
                _at = end + 1;
                continue;
            }

            foreach (var entry in Line(end))
                yield return entry;
        }
    }

    // %TAG !e! tag:example.org,2002:
    private void Directive(string line)
    {
        var parts = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length >= 3 && parts[0] == "%TAG")
            _handles[parts[1]] = Unescaped(parts[2]);
    }

    private IEnumerable<YamlEntry> Line(int end)
    {
        var start = _at;
        while (_at < end && text[_at] is ' ' or '\t')
            _at++;

        var indent = _at - start;
        var isItem = false;
        while (_at + 1 < text.Length && _at < end && text[_at] is '-' or '?' && text[_at + 1] is ' ' or '\t')
        {
            isItem |= text[_at] == '-';
            for (_at++; _at < end && text[_at] is ' ' or '\t'; _at++)
                indent = _at + 1 - start;
        }

        _keys.RemoveAll(key => key.Indent >= indent + (isItem ? 1 : 0));
        while (_at < end)
        {
            var c = text[_at];
            if (c == '#' && (_at == 0 || char.IsWhiteSpace(text[_at - 1])))
                break;
            if (char.IsWhiteSpace(c) || c is '{' or '}' or '[' or ']' or ',' or ':' or '-' && IsBlank(_at + 1))
            {
                _flow = c is '{' or '[' ? _flow + 1 : c is '}' or ']' ? Math.Max(0, _flow - 1) : _flow;
                _at++;
                continue;
            }

            if (c is '!')
            {
                var offset = _at;
                yield return Entry("", Tag(), offset, isItem);
            }
            else if (c is '&' or '*')
            {
                Aliases += c == '*' ? 1 : 0;
                SkipWord();
            }
            else if (c is '|' or '>' && IsBlockHeader(end))
            {
                var offset = _at;
                var value = BlockScalar(end, indent);
                yield return Entry(value, "", offset, isItem);
                yield break;
            }
            else
            {
                var offset = _at;
                var scalar = c is '"' or '\'' ? Quoted(c) : Plain(end);
                end = Math.Max(end, Math.Min(_at, text.Length)); // a quoted scalar may go over lines
                if (scalar.Length == 0 && _at == offset)
                    _at++;
                else if (IsKey())
                    Push(indent, scalar);
                else
                    yield return Entry(scalar, "", offset, isItem);
            }
        }

        var lineEnd = text.IndexOf('\n', Math.Min(Math.Max(_at, end), text.Length));
        _at = lineEnd < 0 ? text.Length : lineEnd + 1;
    }

    private YamlEntry Entry(string value, string tag, int offset, bool isItem)
    {
        var around = new string[_keys.Count];
        for (var i = 0; i < around.Length; i++)
            around[i] = _keys[^(i + 1)].Key;

        return new YamlEntry(around.Length > 0 ? around[0] : "", around, value, tag, isItem ? 0 : -1, offset);
    }

    // A key in flow brackets replaces its neighbour: what lies deeper keeps both names.
    private void Push(int indent, string key)
    {
        var last = _keys.Count > 0 ? _keys[^1] : (Indent: -1, Key: "");
        if (last.Indent == indent && _keys.Count > 1 && _keys[^2].Indent == indent)
            _keys.RemoveAt(_keys.Count - 1);
        if (_keys.Count < MaxLevels)
            _keys.Add((indent, key.Length <= Hub.ConfigEntry.MaxKey ? key : key[..Hub.ConfigEntry.MaxKey]));
    }

    private bool IsKey()
    {
        var at = _at;
        while (at < text.Length && text[at] is ' ')
            at++;

        if (at >= text.Length || text[at] != ':' || !(IsBlank(at + 1) || text[at - 1] is '"' or '\'' || text[at + 1] is '{' or '[' or '"'))
            return false;

        _at = at + 1;
        return true;
    }

    private bool IsBlank(int at) => at >= text.Length || text[at] is ' ' or '\t' or '\n' or '\r';

    private string Tag()
    {
        var start = _at;
        if (_at + 1 < text.Length && text[_at + 1] == '<')
        {
            var close = text.AsSpan(_at).IndexOfAny('>', '\n');
            _at = close < 0 ? text.Length : _at + close;
            return Unescaped(text[(start + 2).._at]);
        }

        SkipWord();
        var word = text[start.._at];

        var handle = word.IndexOf('!', 1) is >= 0 and var second ? word[..(second + 1)] : "!";
        return Unescaped((_handles.TryGetValue(handle, out var prefix) ? prefix : handle) + word[handle.Length..]);
    }

    // %XX as in addresses (YAML 1.2.2, 5.6).
    private static string Unescaped(string tag) => tag.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(tag) : tag;

    private void SkipWord()
    {
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not (',' or '[' or ']' or '{' or '}' or '"' or '\''))
            _at++;
    }

    private string Plain(int end)
    {
        var start = _at;
        for (; _at < end; _at++)
        {
            var c = text[_at];
            if (_flow > 0 && c is (',' or '[' or ']' or '{' or '}'))
                break;
            if ((c == ':' && IsBlank(_at + 1)) || (c == '#' && _at > start && char.IsWhiteSpace(text[_at - 1])))
                break;
        }

        return text[start.._at].Trim();
    }

    private string Quoted(char quote)
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == quote)
            {
                if (quote == '\'' && _at + 1 < text.Length && text[_at + 1] == '\'')
                    _at++;
                else
                    break;
            }
            else if (quote == '"' && text[_at] == '\\' && _at + 1 < text.Length)
            {
                value.Append(Escape());
                continue;
            }

            value.Append(text[_at]);
        }

        _at = Math.Min(_at + 1, text.Length);
        return value.ToString();
    }

    private string Escape()
    {
        _at++;
        var digits = text[_at] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
            return text[_at] switch { 'n' => "\n", 't' => "\t", 'r' => "\r", '0' => "\0", 'e' => "\u001b", '\n' => "", _ => text[_at].ToString() };
        if (_at + digits >= text.Length || !uint.TryParse(text.AsSpan(_at + 1, digits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) || !Rune.IsValid(code))
            return text[_at].ToString();

        _at += digits;
        return new Rune(code).ToString();
    }

    private bool IsBlockHeader(int end)
    {
        var rest = text.AsSpan(_at + 1, end - _at - 1).TrimEnd();
        var comment = rest.IndexOf('#');
        rest = (comment < 0 ? rest : rest[..comment]).TrimEnd();
        return rest.Length <= 2 && !rest.ContainsAnyExcept(Indicators);
    }

    private string BlockScalar(int end, int indent)
    {
        var value = new StringBuilder();
        _at = Math.Min(end + 1, text.Length);
        var parent = _keys.Count > 0 ? Math.Min(indent, _keys[^1].Indent) : indent;
        while (_at < text.Length)
        {
            var lineEnd = text.IndexOf('\n', _at);
            lineEnd = lineEnd < 0 ? text.Length : lineEnd;
            var line = text.AsSpan(_at, lineEnd - _at);
            if (!line.IsWhiteSpace() && line.Length - line.TrimStart(' ').Length <= parent)
                break;

            value.Append(line.TrimStart()).Append('\n');
            _at = Math.Min(lineEnd + 1, text.Length);
        }

        return value.ToString();
    }
}
