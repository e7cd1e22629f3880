using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Sources.Commands;
using SupplyChainAnalyzers.Core.Sources.Python;
using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>
/// Sources that stand in strings of another program. <see cref="ModelAddress.Hole"/> stands in them for what is not known; offsets are those of
/// the string.
/// </summary>
public static class EmbeddedSources
{
    /// <summary>Python that the program runs.</summary>
    public static SourceReading Python(string code, SourceContext context) => Read(code, notes => PythonSourceReader.Judge(code, context, notes));

    /// <summary>A process that the program starts.</summary>
    /// <param name="program">Name or path of the program.</param>
    /// <param name="arguments">Its arguments in one text.</param>
    /// <param name="context">What is known around.</param>
    public static SourceReading CommandLine(string program, string arguments, SourceContext context) => Read(arguments, notes =>
    {
        // The first words belong to the program; what follows a separator in a script is a command of its own.
        var commands = ShellParser.Read(MappedText.Of(arguments), new ShellVariables(), Word(program));
        new CommandJudge(context, notes).Judge(commands);
    });

    /// <summary>A process that the program starts with a list of arguments, which no shell takes apart.</summary>
    /// <param name="program">Name or path of the program.</param>
    /// <param name="text">All arguments, one behind the other, with anything between them.</param>
    /// <param name="words">Where each begins in <paramref name="text"/>, and where it ends.</param>
    /// <param name="context">What is known around.</param>
    public static SourceReading Command(string program, string text, IEnumerable<(int Start, int End)> words, SourceContext context) => Read(text, notes =>
    {
        var whole = MappedText.Of(text);
        var command = new ShellCommand([Word(program), .. words.Select(word => new ShellWord(whole.Slice(word.Start, word.End), word.Start, word.End))], null);
        new CommandJudge(context, notes).Judge([command.Bare()]);
    });

    private static ShellWord Word(string program)
    {
        var name = program.Substring(program.LastIndexOfAny(['/', '\\']) + 1).Trim('"');
        name = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
        return new ShellWord(MappedText.Of(name, new int[name.Length + 1]), 0, 0);
    }

    private static SourceReading Read(string text, Action<SourceNotes> judge)
    {
        if (text.Length > SourceReader.MaxCharacters)
            return new SourceReading(text, [], [], isIncomplete: true);

        var notes = new SourceNotes();
        judge(notes);
        return new SourceReading(text, notes.Facts, notes.Findings, notes.IsIncomplete);
    }
}
