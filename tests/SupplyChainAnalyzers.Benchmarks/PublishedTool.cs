using System.Diagnostics;
using System.Globalization;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>The published command line, asked about models. What it answered is kept, so that a run goes on where it was.</summary>
/// <param name="benchmark">Answers are kept under its name.</param>
/// <param name="models">The folder with the models.</param>
/// <param name="options">Further ones of <c>models behavior</c>.</param>
internal sealed class PublishedTool(string benchmark, string models, string[] options)
{
    private const string Tool = "artifacts/models/models";

    private readonly string _kept = Directory.CreateDirectory(Path.Combine("artifacts", benchmark, Path.GetFileName(Path.GetFullPath(models)))).FullName;

    public static bool IsThere => File.Exists(Tool);

    /// <summary>Seconds from start to answer, and the JSON that was printed; null where the tool could not answer.</summary>
    public (double Seconds, string Printed)? Behavior(string model, string inputs, string labels)
    {
        var kept = Path.Combine(_kept, Path.GetFileName(model) + ".txt");
        if (!File.Exists(kept))
        {
            var watch = Stopwatch.StartNew();
            var start = new ProcessStartInfo(Tool, ["behavior", model, "--probe", inputs, "--labels", labels, "--format", "json", .. options]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode > 1)
                return null;

            File.WriteAllText(kept + ".new", string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:R}\n{printed}"));
            File.Move(kept + ".new", kept);
        }

        var text = File.ReadAllText(kept);
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        return (double.Parse(text[..line], CultureInfo.InvariantCulture), text[line..]);
    }
}
