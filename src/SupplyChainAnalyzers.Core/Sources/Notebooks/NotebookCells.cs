using SupplyChainAnalyzers.Core.Sources.Python;
using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Notebooks;

/// <summary>Tells Python from the magics of IPython: a cell that is broken off ends with its cell.</summary>
internal sealed class NotebookCells
{
    // Magics that run a shell: behind the name, or with the name as the program.
    private static readonly string[] ShellCells = ["bash", "sh", "shell", "zsh", "system", "sx", "!", "cmd"];
    private static readonly string[] ShellLines = ["system", "sx", "sh", "bash"];
    private static readonly string[] Programs = ["pip", "pip3", "conda", "mamba", "micromamba", "uv"];

    // Magics behind whose name Python goes on.
    private static readonly string[] Timers = ["time", "timeit", "prun", "memit", "capture", "python", "python3", "debug"];

    private readonly MappedText _program;
    private readonly string _text;

    public NotebookCells(MappedText program, IEnumerable<(int Start, int End)> cells)
    {
        _program = program;
        _text = program.Text;
        foreach (var (start, end) in cells)
            Read(start, end);
    }

    /// <summary>What is Python.</summary>
    public List<PyLine> Lines { get; } = [];

    /// <summary>What a shell gets.</summary>
    public List<ShellCommand> Commands { get; } = [];

    private void Read(int start, int end)
    {
        var first = PassSpace(start, end, isLineEndSpace: true);
        if (first + 1 < end && _text[first] == '%' && _text[first + 1] == '%')
        {
            var line = EndOfLine(first, end);
            var name = NameAt(first + 2, line);
            if (Array.IndexOf(ShellCells, name) >= 0)
                Shell(line, end);
            // What another language makes of it, or a file, is not ours to tell.
            if (Array.IndexOf(Timers, name) < 0)
                return;

            start = line;
        }

        var python = new PyTokenizer(_text, null, start, end);
        while (!python.IsAtEnd)
        {
            if (!IsMagic(python, end) && python.ReadLine() is { } line)
                Lines.Add(line);
        }
    }

    // Whether the line that begins here is a magic; then it has been read, or what is left of it is Python.
    private bool IsMagic(PyTokenizer python, int end)
    {
        var at = PassSpace(python.Position, end);
        if (at == end || (_text[at] is not ('!' or '%') && (at = BehindAssignment(at, end)) < 0))
            return false;

        var line = EndOfCommand(at, end);
        var name = NameAt(at + 1, line);
        if (_text[at] == '!')
            Shell(_text.Length > at + 1 && _text[at + 1] == '!' ? at + 2 : at + 1, line);
        else if (Array.IndexOf(Programs, name) >= 0)
            Shell(at + 1, line);
        else if (Array.IndexOf(ShellLines, name) >= 0)
            Shell(at + 1 + name.Length, line);
        else if (Array.IndexOf(Timers, name) >= 0)
            line = Math.Min(at + 1 + name.Length, line);

        python.Position = line;
        return true;
    }

    // files = !ls: a line of a shell whose output has a name. Python has no such expression.
    private int BehindAssignment(int at, int end)
    {
        while (at < end && (char.IsLetterOrDigit(_text[at]) || _text[at] is '_' or ',' or ' '))
            at++;

        if (at == end || _text[at] != '=')
            return -1;

        at = PassSpace(at + 1, end);
        return at + 1 < end && (_text[at] == '!' ? _text[at + 1] != '=' : _text[at] == '%') ? at : -1;
    }

    private void Shell(int start, int end)
    {
        // {name} is what Python knows under the name; ${name} is the shell's.
        var command = new MappedTextBuilder();
        var last = end > start ? _text.LastIndexOf('}', end - 1, end - start) : -1;
        for (var at = start; at < end; at++)
        {
            var isName = at < last && _text[at] == '{' && (char.IsLetter(_text[at + 1]) || _text[at + 1] == '_') && _text[at - 1] != '$';
            command.Append(isName ? Addresses.ModelAddress.Hole : _text[at], _program.Offset(at));
            at = isName ? _text.IndexOf('}', at) : at;
        }

        Commands.AddRange(ShellParser.Read(command.Build(_program.Offset(end)), new ShellVariables()));
    }

    private string NameAt(int at, int end)
    {
        var stop = at;
        while (stop < end && (char.IsLetterOrDigit(_text[stop]) || _text[stop] is '_' or '!'))
            stop++;

        return _text.Substring(at, stop - at);
    }

    private int PassSpace(int at, int end, bool isLineEndSpace = false)
    {
        while (at < end && (_text[at] is ' ' or '\t' || (isLineEndSpace && _text[at] is '\n' or '\r')))
            at++;

        return at;
    }

    // Behind the end of the line; a backslash before it continues the line.
    private int EndOfCommand(int at, int end)
    {
        for (var line = EndOfLine(at, end); ; line = EndOfLine(line, end))
        {
            var last = line - 1;
            while (last > at && _text[last] is '\n' or '\r')
                last--;

            if (line == end || _text[last] != '\\')
                return line;
        }
    }

    private int EndOfLine(int at, int end)
    {
        var line = _text.IndexOf('\n', at, end - at);
        return line < 0 ? end : line + 1;
    }
}
