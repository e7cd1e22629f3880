using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.TorchScript;

/// <summary>Cuts TorchScript's code into names, texts and the rest, in one pass. Comments go to the end of the line.</summary>
internal sealed class TorchScriptTokens(string code)
{
    private int _position;

    public TorchScriptToken Kind { get; private set; }

    /// <summary>The name with its dots, the text with its escapes undone, or the sign.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the token begins, in characters.</summary>
    public int Position { get; private set; }

    /// <summary>Whether a bracket that opens a call follows the name.</summary>
    public bool IsCalled { get; private set; }

    public bool Next()
    {
        SkipSpace();
        Position = _position;
        if (_position >= code.Length)
            return false;

        var first = code[_position];
        if (first is '"' or '\'')
            ReadText(first);
        else if (IsLetter(first))
            ReadName();
        else
            (Kind, Text, _position) = (first == '^' ? TorchScriptToken.Caret : TorchScriptToken.Other, first.ToString(), _position + 1);

        return true;
    }

    private void SkipSpace()
    {
        for (; _position < code.Length && (char.IsWhiteSpace(code[_position]) || code[_position] == '#'); _position++)
        {
            if (code[_position] == '#' && (_position = code.IndexOf('\n', _position)) < 0)
            {
                _position = code.Length;
                return;
            }
        }
    }

    // Dots may have spaces around them.
    private void ReadName()
    {
        var name = new StringBuilder();
        do
        {
            while (_position < code.Length && IsLetter(code[_position]))
                name.Append(code[_position++]);

            if (!FollowsDot())
                break;

            name.Append('.');
        }
        while (_position < code.Length && IsLetter(code[_position]));

        (Kind, Text) = (TorchScriptToken.Name, name.ToString());
        SkipSpace();
        IsCalled = _position < code.Length && code[_position] == '(';
    }

    private bool FollowsDot()
    {
        var kept = _position;
        SkipSpace();
        if (_position < code.Length && code[_position] == '.')
        {
            _position++;
            SkipSpace();
            return true;
        }

        _position = kept;
        return false;
    }

    private void ReadText(char quote)
    {
        var isLong = code.AsSpan(_position).StartsWith(new string(quote, 3), StringComparison.Ordinal);
        var text = new StringBuilder();
        for (_position += isLong ? 3 : 1; _position < code.Length; _position++)
        {
            var c = code[_position];
            if (c == quote && (!isLong || code.AsSpan(_position).StartsWith(new string(quote, 3), StringComparison.Ordinal)))
            {
                _position += isLong ? 3 : 1;
                break;
            }

            if (c == '\\' && _position + 1 < code.Length)
                Escape(text);
            else
                text.Append(c);
        }

        (Kind, Text) = (TorchScriptToken.Text, text.ToString());
    }

    // As printed: \n \t \\ \' \" and \ooo with three octal digits; a hexadecimal form is read as well.
    private void Escape(StringBuilder text)
    {
        var c = code[++_position];
        if (c is >= '0' and <= '7')
        {
            var value = 0;
            for (var digits = 0; digits < 3 && _position < code.Length && code[_position] is >= '0' and <= '7'; digits++)
                value = (8 * value) + code[_position++] - '0';
            _position--;
            text.Append((char)(value & 0xFF));
        }
        else if (c == 'x' && _position + 2 < code.Length && char.IsAsciiHexDigit(code[_position + 1]) && char.IsAsciiHexDigit(code[_position + 2]))
        {
            text.Append((char)Convert.ToInt32(code.Substring(_position + 1, 2), 16));
            _position += 2;
        }
        else
        {
            text.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => c });
        }
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || c == '_';
}
