using SupplyChainAnalyzers.Core.Sources.Packages;
using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary>
/// <c>pip install</c>, also as <c>python -m pip</c> and <c>uv pip</c>, and what adds to a project from the same index, as <c>uv add</c>
/// and <c>poetry add</c>: their arguments are the lines of a requirements file. Not <c>conda install</c>: its names are those of its
/// own channels.
/// </summary>
internal static class PipCommand
{
    private static readonly string[] Switches =
    [
        "-U", "--upgrade", "-q", "-qq", "-qqq", "--quiet", "-v", "-vv", "--verbose", "--user", "--system", "--pre", "--no-deps", "--no-cache-dir", "--no-cache", "--force-reinstall", "-I", "--ignore-installed",
        "--dev", "-D", "--sync", "--no-sync", "--frozen", "--locked", "--lock", "--dry-run", "--force", "--include-deps", "--allow-prereleases", "--raw-sources",
        "--no-build-isolation", "--no-index", "--break-system-packages", "--require-hashes", "--no-input", "--prefer-binary", "-y", "--yes", "--disable-pip-version-check", "--no-warn-script-location", "--isolated",
    ];

    // Options that a requirements file has too, with the name they have there.
    private static readonly string[] Lines = ["--extra-index-url", "--find-links", "-f", "--editable", "-e"];

    // Programs that take requirements behind a word of their own.
    private static readonly Dictionary<string, string> Managers = new(StringComparer.Ordinal)
    {
        ["uv"] = "add",
        ["poetry"] = "add",
        ["pdm"] = "add",
        ["rye"] = "add",
        ["pipx"] = "install",
        ["pipenv"] = "install",
    };

    /// <summary>pip, pip3, pip3.12, and the programs that stand for it.</summary>
    public static bool Is(string program) =>
        Managers.ContainsKey(program) || (program.StartsWith("pip", StringComparison.Ordinal) && program.Substring("pip".Length).All(static c => c is '.' or (>= '0' and <= '9')));

    public static void Judge(ShellCommand command, SourceNotes notes)
    {
        var install = command.Words.ToList().FindIndex(static word => word.Text is "install" or "download" or "wheel" or "add");
        if (install < 1 || !IsInstall(command, install))
            return;

        var text = new MappedTextBuilder();
        var isLine = false;
        foreach (var word in Values(command.Words.Skip(install + 1)))
        {
            for (var i = 0; i < LengthOf(word.Text); i++)
                text.Append(word.Text[i] is '\n' or '\r' ? ' ' : word.Text[i], word.Value.Offset(i));

            isLine = !isLine && Array.IndexOf(Lines, word.Text) >= 0;
            text.Append(isLine ? ' ' : '\n', word.End);
        }

        var requirements = text.Build(command.Words[install].End);
        var inner = new SourceNotes();
        RequirementsReader.Judge(requirements.Text, inner);
        notes.Add(inner, requirements);
    }

    // pip install, uv pip install, python -m pip install, uv add, uv tool install
    private static bool IsInstall(ShellCommand command, int verb)
    {
        var (word, before) = (command.Words[verb].Text, command.Words[verb - 1].Text);
        if (Managers.TryGetValue(command.Program, out var own))
            return word == own || (command.Program == "uv" && (before == "pip" || (before == "tool" && word == "install")));

        return word != "add" && (Is(command.Program) || (verb >= 3 && before == "pip" && command.Words[verb - 2].Text == "-m"));
    }

    // Without the version in the form of poetry and uv: torch@^2.4, torch@latest. What follows a blank or is an address is pip's own form.
    private static int LengthOf(string word) =>
        word.IndexOf('@') is > 0 and var at && word.IndexOf("://", StringComparison.Ordinal) < 0 && word[at - 1] != ' ' ? at : word.Length;

    // Of the options those that say where packages come from; what follows another option is its value.
    private static IEnumerable<ShellWord> Values(IEnumerable<ShellWord> words)
    {
        var isValue = false;
        foreach (var word in words)
        {
            var isOption = word.Text.Length > 1 && word.Text[0] == '-';
            if (!isValue && (!isOption || Array.Exists(Lines, option => word.Text == option || word.Text.StartsWith(option + "=", StringComparison.Ordinal))))
                yield return word;

            isValue = isOption && word.Text.IndexOf('=') < 0 && Array.IndexOf(Switches, word.Text) < 0 && Array.IndexOf(Lines, word.Text) < 0;
        }
    }
}
