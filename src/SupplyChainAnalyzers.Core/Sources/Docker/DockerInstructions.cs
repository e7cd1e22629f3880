namespace SupplyChainAnalyzers.Core.Sources.Docker;

/// <summary>
/// Splits a Dockerfile into instructions: the escape directive, lines that go on, comments between them, here-documents
/// (Dockerfile reference, "Format" and "Here-Documents").
/// </summary>
internal sealed class DockerInstructions
{
    private readonly MappedText _source;
    private readonly string _text;
    private char _escape = '\\';
    private int _at;

    private DockerInstructions(string text)
    {
        _source = MappedText.Of(text);
        _text = text;
    }

    public static List<DockerInstruction> Read(string text)
    {
        var reader = new DockerInstructions(text);
        var instructions = new List<DockerInstruction>();
        reader._at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        reader.Directives();
        while (reader._at < text.Length)
        {
            if (reader.Next() is { } instruction)
                instructions.Add(instruction);
        }

        return instructions;
    }

    // # escape=`, in the comments at the top only.
    private void Directives()
    {
        for (var at = _at; at < _text.Length && _text[at] == '#'; at = EndOfLine(at) + 1)
        {
            var line = _text.Substring(at, EndOfLine(at) - at).Replace(" ", "").TrimEnd('\r');
            if (line.Equals("#escape=`", StringComparison.OrdinalIgnoreCase))
                _escape = '`';
        }
    }

    private DockerInstruction? Next()
    {
        var body = new MappedTextBuilder();
        var isFirst = true;
        while (_at < _text.Length)
        {
            var end = EndOfLine(_at);
            var (start, stop) = Trim(_at, end);
            _at = Math.Min(end + 1, _text.Length);
            // Comments and empty lines between the lines of an instruction do not end it.
            if (start == stop || _text[start] == '#')
            {
                if (isFirst)
                    return null;
                continue;
            }

            isFirst = false;
            var goesOn = _text[stop - 1] == _escape;
            for (var i = start; i < (goesOn ? stop - 1 : stop); i++)
                body.Append(_text[i], i);
            body.Append(goesOn ? ' ' : '\n', stop - 1);
            if (!goesOn)
                break;
        }

        Documents(body);
        return Instruction(body.Build(_at));
    }

    // <<NAME, <<-NAME, <<"NAME": its lines belong to the instruction.
    private void Documents(MappedTextBuilder body)
    {
        var line = body.Build(_at).Text;
        var at = line.IndexOf("<<", StringComparison.Ordinal);
        for (var count = 0; at >= 0 && count < 16; at = line.IndexOf("<<", at + 2, StringComparison.Ordinal), count++)
        {
            var start = at + 2;
            var stripsTabs = start < line.Length && line[start] == '-';
            start += stripsTabs ? 1 : 0;
            var isQuoted = start < line.Length && line[start] is '"' or '\'';
            start += isQuoted ? 1 : 0;
            var end = start;
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] == '_'))
                end++;

            if (end == start || (at > 0 && line[at - 1] == '<'))
                continue;

            var first = _at;
            Shell.ShellDocument.Read(_source, ref _at, line.Substring(start, end - start), stripsTabs);
            for (var i = first; i < _at; i++)
                body.Append(_text[i], i);
        }
    }

    private static DockerInstruction? Instruction(MappedText line)
    {
        var start = 0;
        if (line.Text.StartsWith("ONBUILD ", StringComparison.OrdinalIgnoreCase))
            start = "ONBUILD ".Length;

        var end = line.Text.IndexOfAny([' ', '\t', '\n'], start);
        return end <= start ? null : new DockerInstruction(line.Text.Substring(start, end - start).ToUpperInvariant(), line.Slice(end, line.Text.Length));
    }

    private int EndOfLine(int at)
    {
        var end = _text.IndexOf('\n', at);
        return end < 0 ? _text.Length : end;
    }

    private (int Start, int End) Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;

        return (start, end);
    }
}
