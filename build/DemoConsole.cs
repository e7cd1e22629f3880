namespace SupplyChainAnalyzers.Build;

/// <summary>Runs the demo's commands, shows what a user would see, and holds each against what was promised.</summary>
internal sealed class DemoConsole(string folder, string version)
{
    /// <summary>The installed tool.</summary>
    public static string Models { get; } = Path.Combine(Repository.Artifacts, "demo", "tool", "models");

    private static readonly string[] Marks = ["SCA", "error", "warning", "Warning(s)", "Error(s)", "Build succeeded", "Build FAILED"];

    public static void Say(string text) => Console.WriteLine($"\n== {text}");

    /// <summary>Runs a command; the target fails unless it fails or succeeds as told and prints every word told.</summary>
    public void Expect(bool fails, string[] words, string program, params string[] arguments)
    {
        Console.WriteLine($"$ {Path.GetFileName(program)} {string.Join(' ', arguments)}");
        var output = Command.Capture(program, arguments, folder, Environment);
        var building = arguments is ["build", ..];
        foreach (var line in output.Lines.Where(line => !building || Marks.Any(line.Contains)).Select(Shorten).Distinct())
            Console.WriteLine("  " + line);

        var missing = words.Where(word => !output.Lines.Any(line => line.Contains(word, StringComparison.Ordinal))).ToList();
        if ((output.ExitCode != 0) == fails && missing.Count == 0)
            return;

        foreach (var line in output.Lines)
            Console.Error.WriteLine("  | " + line);

        throw new StepFailedException($"exit code {output.ExitCode}, expected {(fails ? "a failure" : "success")}; not printed: {string.Join(", ", missing)}");
    }

    public void Show(string file)
    {
        Console.WriteLine($"$ cat {file}");
        foreach (var line in File.ReadLines(Path.Combine(folder, file)))
            Console.WriteLine("  " + line);
    }

    /// <summary>Shows the lines of a file that differ from <paramref name="original"/>, as a diff would.</summary>
    public void ShowChange(string file, string original)
    {
        var before = File.ReadAllLines(original);
        var after = File.ReadAllLines(Path.Combine(folder, file));
        if (before.SequenceEqual(after))
            throw new StepFailedException($"{file} was not changed");

        Console.WriteLine($"$ diff {file}");
        foreach (var line in before.Except(after))
            Console.WriteLine("  - " + line.Trim());

        foreach (var line in after.Except(before))
            Console.WriteLine("  + " + line.Trim());
    }

    // MSBuild ends each line with the project in brackets and starts paths at the root: noise on a page.
    private string Shorten(string line)
    {
        var project = line.LastIndexOf(" [", StringComparison.Ordinal);
        return (project > 0 && line.EndsWith(']') ? line[..project] : line).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    // A developer's machine, not a build server: there the caches and the terminal differ.
    private Dictionary<string, string?> Environment { get; } = new()
    {
        ["SupplyChainAnalyzersVersion"] = version,
        ["CI"] = null,
        ["MSBUILDTERMINALLOGGER"] = "off",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };
}
