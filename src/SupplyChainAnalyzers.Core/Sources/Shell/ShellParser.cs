namespace SupplyChainAnalyzers.Core.Sources.Shell;

/// <summary>
/// Splits a script into commands (POSIX Shell Command Language, 2.2 to 2.7, and bash's here-strings), those in substitutions too.
/// It knows words, quotes, variables and what ends a command; what the commands are put together to is of no matter here.
/// </summary>
internal sealed class ShellParser
{
    /// <summary>Substitutions in substitutions; deeper ones are not looked into.</summary>
    private const int MaxDepth = 8;

    private readonly MappedText _source;
    private readonly string _text;
    private readonly ShellVariables _variables;
    private readonly List<ShellCommand> _commands;
    private readonly int _depth;
    private readonly List<ShellWord> _words = [];
    private readonly Queue<(string Delimiter, bool StripsTabs)> _documents = new();
    private int _at;
    private MappedText? _input;

    private ShellParser(MappedText source, ShellVariables variables, List<ShellCommand> commands, int depth)
    {
        _source = source;
        _text = source.Text;
        _variables = variables;
        _commands = commands;
        _depth = depth;
    }

    /// <summary>The commands of <paramref name="source"/>; variables are set as it goes.</summary>
    /// <param name="source">The script.</param>
    /// <param name="variables">What is known of variables.</param>
    /// <param name="first">The word in front of it; null when there is none.</param>
    public static List<ShellCommand> Read(MappedText source, ShellVariables variables, ShellWord? first = null)
    {
        var commands = new List<ShellCommand>();
        var parser = new ShellParser(source, variables, commands, 0);
        if (first is not null)
            parser._words.Add(first);

        parser.Run();
        return commands;
    }

    private void Run()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c is '\n' or '\r')
                Line();
            else if (c is ';' or '&' or '|' or '(' or ')')
                End();
            else if (c == '#')
                Comment();
            else if (c is ' ' or '\t' or '\f' || Continues())
                _at += Continues() ? Continuation() : 1;
            else if (c is '<' or '>')
                Redirect();
            else
                Word();
        }

        End();
    }

    private void Line()
    {
        _at++;
        while (_documents.Count > 0)
        {
            var (delimiter, stripsTabs) = _documents.Dequeue();
            _input = ShellDocument.Read(_source, ref _at, delimiter, stripsTabs);
        }

        _at--;
        End();
    }

    // What is read so far is a command.
    private void End()
    {
        _at++;
        var first = 0;
        while (first < _words.Count && ShellVariables.IsAssignment(_words[first].Text))
            first++;

        var isSetting = first == _words.Count || _words[first].Text is "export" or "local" or "declare" or "readonly" or "typeset" or "set";
        foreach (var word in isSetting ? _words : [])
        {
            if (ShellVariables.IsAssignment(word.Text))
                _variables.Set(word.Text.Substring(0, word.Text.IndexOf('=')), word.Text.Substring(word.Text.IndexOf('=') + 1));
        }

        if (first < _words.Count && _words[first].Text is "for" or "read" or "select" && first + 1 < _words.Count)
            _variables.Forget(_words[_words[first].Text == "read" ? _words.Count - 1 : first + 1].Text);
        if (first < _words.Count || _input is not null)
            _commands.Add(new ShellCommand([.. _words.Skip(first)], _input).Bare());

        _words.Clear();
        _input = null;
    }

    private void Comment()
    {
        var end = _text.IndexOfAny(['\n', '\r'], _at);
        _at = end < 0 ? _text.Length : end;
    }

    private bool Continues() => _text[_at] == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '\n' or '\r';

    private int Continuation() => _text[_at + 1] == '\r' && _at + 2 < _text.Length && _text[_at + 2] == '\n' ? 3 : 2;

    // <file, >>file, 2>&1, <<WORD, <<<word; what stands there is no argument.
    private void Redirect()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is '<' or '>' or '&' or '|' or '-' && _at - start < 4)
            _at++;

        var operators = _text.Substring(start, _at - start);
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
            _at++;
        if (_at < _text.Length && _text[_at] == '(')
            return;

        if (_words.Count > 0 && _words[_words.Count - 1] is { Text: "0" or "1" or "2" } && start > 0 && _text[start - 1] is '0' or '1' or '2')
            _words.RemoveAt(_words.Count - 1);
        if (_at == _text.Length || _text[_at] is '\n' or '\r' or ';')
            return;

        var word = new ShellWordReader(_source, _variables, Substitution).Read(ref _at);
        if (operators is "<<" or "<<-")
            _documents.Enqueue((word.Text, operators.Length == 3));
        else if (operators == "<<<")
            _input = word.Value;
    }

    private void Word()
    {
        var word = new ShellWordReader(_source, _variables, Substitution).Read(ref _at);
        _words.Add(word);
    }

    // What stands in $( ) or between backticks is run, too.
    private void Substitution(int start, int end)
    {
        if (_depth < MaxDepth)
            new ShellParser(_source.Slice(start, end), _variables, _commands, _depth + 1).Run();
    }
}
