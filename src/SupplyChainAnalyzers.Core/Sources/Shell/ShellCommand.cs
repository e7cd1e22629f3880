namespace SupplyChainAnalyzers.Core.Sources.Shell;

/// <summary>One command: the words that are left when variables in front of it and redirections are taken away.</summary>
/// <param name="Words">The first is the program.</param>
/// <param name="Input">The text of a here-document; null when there is none.</param>
internal sealed record ShellCommand(IReadOnlyList<ShellWord> Words, MappedText? Input)
{
    // Words in front of a command that are not the command: reserved ones, and programs that start another.
    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal)
    {
        "if", "then", "else", "elif", "do", "while", "until", "!", "{", "time", "sudo", "exec", "env", "nohup", "command", "nice", "ionice", "stdbuf", "builtin", "retry", "xargs", "timeout",
    };

    /// <summary>The command behind those.</summary>
    public ShellCommand Bare()
    {
        var at = 0;
        while (at < Words.Count && Prefixes.Contains(Words[at].Text))
        {
            var isRunner = Words[at].Text is "sudo" or "env" or "nice" or "ionice" or "stdbuf" or "xargs" or "timeout";
            at++;
            while (isRunner && at < Words.Count && (Words[at].Text.FirstOrDefault() is '-' or (>= '0' and <= '9') || ShellVariables.IsAssignment(Words[at].Text)))
                at++;
        }

        return at == 0 ? this : new ShellCommand([.. Words.Skip(at)], Input);
    }

    /// <summary>The program without its folder; empty when it is not known.</summary>
    public string Program => Words.Count == 0 || !Words[0].IsComplete ? "" : Words[0].Text.Substring(Words[0].Text.LastIndexOf('/') + 1);
}
