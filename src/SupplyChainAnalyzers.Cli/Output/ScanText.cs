using System.Globalization;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What <c>models scan</c> prints for people: the worst files first, why, and what to do.</summary>
internal static class ScanText
{
    // The first findings are the worst; a report nobody reads to the end helps nobody.
    private const int MaxFindings = 20;
    private const int MaxMember = 120;

    private const string Red = "\u001b[31m";
    private const string Yellow = "\u001b[33m";
    private const string Plain = "\u001b[0m";

    /// <summary>Writes files with something to say, notes, and the counts as the last line.</summary>
    public static void Write(ReportTarget target, ScanOutcome outcome, bool includeClean)
    {
        List<string> lines = [];
        foreach (var file in outcome.Files.OrderByDescending(static file => file.Verdict).ThenByDescending(WorstSeverity).ThenBy(static file => file.Path, StringComparer.Ordinal))
        {
            if (includeClean || file.Verdict != Verdict.Clean)
                lines.AddRange(Lines(file, target.HasColor));
        }

        lines.AddRange(outcome.Sources.SelectMany(source => SourceLines(source, target.HasColor)));
        if (CodeFormats(outcome) is { } note)
            lines.Add(note);
        lines.Add(Summary(outcome));
        target.WriteText(lines);
    }

    /// <summary>The counts; never the word "safe".</summary>
    public static string Summary(ScanOutcome outcome)
    {
        var excluded = outcome.Excluded == 0 ? "" : $", {Counted.Number(outcome.Excluded)} left out by --exclude";
        if (outcome.Files.Count == 0)
            return "0 files: there was nothing to scan" + excluded;

        Verdict[] bad = [Verdict.Malicious, Verdict.Suspicious, Verdict.Unscannable];
        List<string> parts = [.. bad.Where(verdict => outcome.Count(verdict) > 0).Select(verdict => $"{Counted.Number(outcome.Count(verdict))} {verdict.Word()}")];
        var clean = outcome.Count(Verdict.Clean);
        var said = outcome.Sources.Sum(static source => source.Findings.Count);
        parts.AddRange(parts.Count == 0 ? [said == 0 ? "nothing found" : "nothing found inside"] : clean == 0 ? [] : [$"nothing found in {Counted.Number(clean)}"]);
        if (said > 0)
            parts.Add($"{Counted.Of(said, "finding")} about what scripts and settings load");

        return $"{Counted.Of(outcome.Files.Count, "file")} ({ByteCount.Of(outcome.Bytes)}){excluded}: {string.Join(", ", parts)}";
    }

    private static Severity WorstSeverity(ScannedFile file) => file.Findings.Count == 0 ? Severity.Info : file.Findings[0].Finding.Severity;

    /// <summary>One file: its verdict, then its findings.</summary>
    public static IEnumerable<string> Lines(ScannedFile file, bool color)
    {
        var facts = file.Format is null ? "" : $" ({file.Format.Name}, {ByteCount.Of(file.Size ?? 0)})";
        var word = file.Behavior is null && file.Verdict == Verdict.Clean ? "nothing found" : file.VerdictWord;
        yield return $"{Colored(word, LevelOf(file), color)}: {Printable.Path(file.Path, ShownPath.MaxLength)}{facts}";
        foreach (var decided in file.Findings.Take(MaxFindings))
            yield return $"  {Line(file, decided, color)}";

        if (file.Findings.Count > MaxFindings)
            yield return $"  … and {Counted.Of(file.Findings.Count - MaxFindings, "more finding")}; to see them all: --format json";
    }

    private static Level LevelOf(ScannedFile file) => file.Verdict == Verdict.Malicious ? Level.Error
        : file is { Verdict: Verdict.Clean, Behavior: null or < BehaviorVerdict.Suspicious } ? Level.Message : Level.Warning;

    private static string Line(ScannedFile file, DecidedFinding decided, bool color)
    {
        var finding = decided.Finding;
        var place = (finding.Member, finding.Offset) switch
        {
            (null, null) => "",
            (null, { } offset) => $" at byte {Number(offset)}",
            ({ } member, null) => $" in {Printable.Path(member, MaxMember)}",
            var (member, offset) => $" in {Printable.Path(member, MaxMember)} at byte {Number(offset.Value)}",
        };

        // The line above has the name.
        var prefix = $"'{Printable.Path(file.Path)}' ";
        var message = finding.Message.StartsWith(prefix, StringComparison.Ordinal) ? finding.Message[prefix.Length..] : finding.Message;
        var exempted = decided.Justification is null ? "" : $" [exempted: {decided.Justification}]";
        return $"{Colored(decided.Level.Word(), decided.Level, color)} {finding.Rule.Id} ({finding.Severity.Word()}){place}: {message}{exempted}";
    }

    // file(line,column), which editors and build services recognise.
    private static IEnumerable<string> SourceLines(ScannedSource source, bool color)
    {
        var path = Printable.Path(source.Path, ShownPath.MaxLength);
        foreach (var decided in source.Findings.Take(MaxFindings))
        {
            var (finding, at) = (decided.Finding, decided.Finding.Region);
            var exempted = decided.Justification is null ? "" : $" [exempted: {decided.Justification}]";
            yield return $"{path}({Number(at.Line)},{Number(at.Column)}): {Colored(decided.Level.Word(), decided.Level, color)} {finding.Rule.Id}: {finding.Message}{exempted}";
        }

        if (source.Findings.Count > MaxFindings)
            yield return $"{path}: … and {Counted.Of(source.Findings.Count - MaxFindings, "more finding")}; to see them all: --format json";
        if (source.IsIncomplete)
            yield return $"note: {path} was not looked at to its end for models without a pin: it is too long, or cannot be read";
    }

    private static string? CodeFormats(ScanOutcome outcome)
    {
        var clean = outcome.Files.Where(static file => file is { Verdict: Verdict.Clean, Format.RunsCode: true }).ToList();
        if (clean.Count == 0)
            return null;

        var names = string.Join(", ", clean.Select(static file => file.Format!).Distinct().Select(static format => format.Name).Order(StringComparer.Ordinal));
        return $"note: nothing was found in {Counted.Of(clean.Count, "file")} whose format can run code when it is opened ({names}); prefer safetensors or ONNX";
    }

    private static string Colored(string word, Level level, bool color) => color && level is Level.Error or Level.Warning
        ? (level == Level.Error ? Red : Yellow) + word + Plain
        : word;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
