using SupplyChainAnalyzers.Core.Sources.Packages;
using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary><c>pip install</c>, also as <c>python -m pip</c> and <c>uv pip</c>: its arguments are the lines of a requirements file.</summary>
internal static class PipCommand
{
    private static readonly string[] Switches =
    [
        "-U", "--upgrade", "-q", "-qq", "-qqq", "--quiet", "-v", "-vv", "--verbose", "--user", "--system", "--pre", "--no-deps", "--no-cache-dir", "--no-cache", "--force-reinstall", "-I", "--ignore-installed",
        "--no-build-isolation", "--no-index", "--break-system-packages", "--require-hashes", "--no-input", "--prefer-binary", "-y", "--yes", "--disable-pip-version-check", "--no-warn-script-location", "--isolated",
    ];

    // Options that a requirements file has too, with the name they have there.
    private static readonly string[] Lines = ["--extra-index-url", "--find-links", "-f", "--editable", "-e"];

    /// <summary>pip, pip3, pip3.12, uv.</summary>
    public static bool Is(string program) =>
        program == "uv" || (program.StartsWith("pip", StringComparison.Ordinal) && program.Substring("pip".Length).All(static c => c is '.' or (>= '0' and <= '9')));

    public static void Judge(ShellCommand command, SourceNotes notes)
    {
        var install = command.Words.ToList().FindIndex(static word => word.Text is "install" or "download" or "wheel");
        if (install < 1 || !IsPip(command, install))
            return;

        var text = new MappedTextBuilder();
        var isLine = false;
        foreach (var word in Values(command.Words.Skip(install + 1)))
        {
            for (var i = 0; i < word.Text.Length; i++)
                text.Append(word.Text[i] is '\n' or '\r' ? ' ' : word.Text[i], word.Value.Offset(i));

            isLine = !isLine && Array.IndexOf(Lines, word.Text) >= 0;
            text.Append(isLine ? ' ' : '\n', word.End);
        }

        var requirements = text.Build(command.Words[install].End);
        var inner = new SourceNotes();
        RequirementsReader.Judge(requirements.Text, inner);
        notes.Add(inner, requirements);
    }

    // pip install, uv pip install, python -m pip install
    private static bool IsPip(ShellCommand command, int install) => command.Program switch
    {
        "uv" => command.Words[install - 1].Text == "pip",
        var program when Is(program) => true,
        _ => install >= 3 && command.Words[install - 1].Text == "pip" && command.Words[install - 2].Text == "-m",
    };

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
