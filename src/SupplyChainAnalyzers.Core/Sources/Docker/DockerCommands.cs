using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Docker;

/// <summary>The commands of an instruction, in shell form or in exec form (<c>["program", "argument"]</c>).</summary>
internal static class DockerCommands
{
    public static IReadOnlyList<ShellCommand> Read(DockerInstruction instruction, ShellVariables variables)
    {
        var body = instruction.Body;
        var start = Options(body.Text, instruction.Name == "HEALTHCHECK");
        return start < body.Text.Length && body.Text[start] == '[' && Exec(body, start) is { } words
            ? [new ShellCommand(words, null).Bare()]
            : ShellParser.Read(body.Slice(start, body.Text.Length), variables);
    }

    // --mount=…, --network=…; HEALTHCHECK has the word CMD before its command.
    private static int Options(string text, bool hasWord)
    {
        var at = 0;
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;

            var isOption = at + 1 < text.Length && text[at] == '-' && text[at + 1] == '-';
            if (!isOption && !(hasWord && string.Compare(text, at, "CMD ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0))
                return at;

            while (at < text.Length && text[at] is not (' ' or '\t' or '\n'))
                at++;
            if (!isOption)
                hasWord = false;
            if (at == text.Length || text[at] == '\n')
                return at;
        }
    }

    // Null when it is no list of strings: Docker then takes it for shell, too.
    private static List<ShellWord>? Exec(MappedText body, int open)
    {
        var text = body.Text;
        var words = new List<ShellWord>();
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] == ']')
                return words;
            if (text[at] is ' ' or '\t' or ',' or '\n')
                continue;
            if (text[at] != '"')
                return null;

            var start = at++;
            var value = new MappedTextBuilder();
            for (; at < text.Length && text[at] != '"'; at++)
            {
                if (text[at] == '\\' && at + 1 < text.Length)
                    at++;
                value.Append(text[at], body.Offset(at));
            }

            if (at == text.Length)
                return null;

            words.Add(new ShellWord(value.Build(body.Offset(at)), body.Offset(start), body.Offset(at + 1)));
        }

        return null;
    }
}
