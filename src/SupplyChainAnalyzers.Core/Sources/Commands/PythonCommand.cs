using SupplyChainAnalyzers.Core.Sources.Python;
using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary>Python in a command line: <c>python -c CODE</c>, and a here-document that Python reads.</summary>
internal static class PythonCommand
{
    /// <summary>python, python3, python3.12, py, pypy …</summary>
    public static bool Is(string program) =>
        program is "py" or "ipython" or "pypy" or "pypy3" || (program.StartsWith("python", StringComparison.Ordinal) && program.Substring("python".Length).All(static c => c is '.' or (>= '0' and <= '9')));

    public static void Judge(ShellCommand command, SourceContext context, SourceNotes notes)
    {
        for (var i = 1; i < command.Words.Count; i++)
        {
            var word = command.Words[i];
            if (word.Text == "-c" && i + 1 < command.Words.Count)
            {
                Read(command.Words[i + 1].Value, context, notes);
                return;
            }

            // A script or module: what follows are its arguments.
            if (word.Text == "-m" || (word.Text.Length > 0 && word.Text[0] != '-'))
                return;
        }

        if (command.Input is { } input)
            Read(input, context, notes);
    }

    private static void Read(MappedText code, SourceContext context, SourceNotes notes)
    {
        var inner = new SourceNotes();
        PythonSourceReader.Judge(code.Text, context, inner);
        notes.Add(inner, code);
    }
}
