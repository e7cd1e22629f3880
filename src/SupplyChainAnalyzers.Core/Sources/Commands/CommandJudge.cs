using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary>SCA1060 and what goes with it: the commands of a script that fetch or trust models.</summary>
internal sealed class CommandJudge(SourceContext context, SourceNotes notes)
{
    /// <summary>Scripts in the arguments of commands: <c>bash -c</c>.</summary>
    private const int MaxDepth = 4;

    // Programs that start the program that is named behind their own options.
    private static readonly HashSet<string> Runners = new(StringComparer.Ordinal) { "docker", "podman", "nerdctl", "kubectl", "docker-compose", "uvx", "uv", "poetry", "pipx", "pipenv", "conda", "mamba", "srun", "hatch", "pdm", "rye" };

    private readonly HashSet<string> _created = new(StringComparer.Ordinal);

    public void Judge(IReadOnlyList<ShellCommand> commands) => Judge(commands, 0);

    private void Judge(IReadOnlyList<ShellCommand> commands, int depth)
    {
        // Both come after what they are about, and say nothing about which of several it is.
        var isVerified = commands.Any(FetchCommand.Verifies);
        var isCheckedOut = commands.Any(GitCommand.ChecksOut);
        foreach (var command in commands)
            Judge(Started(command), isVerified, isCheckedOut, depth);
    }

    private void Judge(ShellCommand command, bool isVerified, bool isCheckedOut, int depth)
    {
        RemoteCodeOption.Judge(command, notes);
        switch (command.Program)
        {
            case "hf" or "huggingface-cli":
                HubCommand.Judge(command, context, notes);
                break;
            case "ollama":
                OllamaCommand.Judge(command, _created, context.Ollama, notes);
                break;
            case "git":
                GitCommand.Judge(command, isCheckedOut, notes);
                break;
            case "cmd" when Behind(command, "/c") is { Words.Count: > 0 } started:
                Judge(started, isVerified, isCheckedOut, depth);
                break;
            case "sh" or "bash" or "zsh" or "dash" or "ash" or "ksh" or "powershell" or "pwsh" or "" when Script(command) is { } script && depth < MaxDepth:
                Judge(ShellParser.Read(script, new ShellVariables()), depth + 1);
                break;
            case var program when PipCommand.Is(program):
                PipCommand.Judge(command, notes);
                break;
            case var program when FetchCommand.Is(program):
                FetchCommand.Judge(command, isVerified, context, notes);
                break;
            case var program when PythonCommand.Is(program):
                PythonCommand.Judge(command, context, notes);
                PipCommand.Judge(command, notes);
                break;
        }
    }

    private static ShellCommand Started(ShellCommand command)
    {
        if (!Runners.Contains(command.Program))
            return command;

        for (var i = 1; i < command.Words.Count; i++)
        {
            if (command.Words[i].Text is "ollama" or "hf" or "huggingface-cli" or "bash" or "sh" && i + 1 < command.Words.Count && command.Words[i - 1].Text is not ("--name" or "--entrypoint" or "-n"))
                return new ShellCommand([.. command.Words.Skip(i)], command.Input);
        }

        return command;
    }

    // What follows a word.
    private static ShellCommand Behind(ShellCommand command, string word) =>
        new([.. command.Words.SkipWhile(other => !other.Text.Equals(word, StringComparison.OrdinalIgnoreCase)).Skip(1)], null);

    // bash -c SCRIPT, bash -lc SCRIPT, pwsh -Command SCRIPT, bash <<EOF
    private static MappedText? Script(ShellCommand command)
    {
        // A program that is not known may take its options for something else.
        if (command.Words.Count > 0 && command.Program.Length == 0)
            return null;

        for (var i = 1; i + 1 < command.Words.Count; i++)
        {
            var option = command.Words[i].Text;
            if ((option.Length > 1 && option[0] == '-' && option[1] != '-' && option[option.Length - 1] == 'c') || option.Equals("-Command", StringComparison.OrdinalIgnoreCase))
                return command.Words[i + 1].Value;
        }

        return command.Words.Count <= 1 || command.Words[1].Text is "-" or "-s" or "-e" or "-ex" ? command.Input : null;
    }
}
