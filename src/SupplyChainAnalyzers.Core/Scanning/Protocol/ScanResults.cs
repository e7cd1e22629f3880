using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>Makes results out of events, and out of their absence.</summary>
internal static class ScanResults
{
    /// <summary>An answer, unless it is about other bytes than were asked for.</summary>
    public static ScanResult From(ScanFile file, ScanEvent.Result result) =>
        file.Sha256 is not null && !string.Equals(file.Sha256, result.Sha256, StringComparison.Ordinal)
            ? Failed(file, $"it parsed bytes with SHA-256 {result.Sha256} where {file.Sha256} was expected; the file changed, or the scanner read another one")
            : new ScanResult
            {
                File = file,
                Format = result.Format,
                Sha256 = result.Sha256,
                Size = result.Size,
                Findings = [.. result.Findings.Select(finding => Shown(file, finding, result.Sha256))],
            };

    /// <summary>The tensors of a file are in another one.</summary>
    public static ScanResult From(ScanFile file, ScanEvent.Converted converted, IReadOnlyList<ConvertedTensor> tensors, IReadOnlyList<LeftOut> left) => new()
    {
        File = file,
        Format = converted.Format,
        Sha256 = converted.Sha256,
        Size = converted.Size,
        Conversion = new Conversion { Format = converted.Format, Sha256 = converted.Sha256, OutputSha256 = converted.OutputSha256, OutputSize = converted.OutputSize, Tensors = tensors, Left = left },
    };

    /// <summary>They are not, and why.</summary>
    public static ScanResult From(ScanFile file, ScanEvent.Unconverted unconverted, IReadOnlyList<LeftOut> left) => new()
    {
        File = file,
        Format = unconverted.Format,
        Sha256 = unconverted.Sha256,
        Size = unconverted.Size,
        Conversion = new Conversion { Format = unconverted.Format, Sha256 = unconverted.Sha256, Failure = Printable.Message(unconverted.Reason), Left = left },
    };

    /// <summary>The scanner's reason not to answer for one file.</summary>
    public static ScanResult From(ScanFile file, ScanEvent.Refused refused) => new()
    {
        File = file,
        Findings = [Shown(file, refused.Reason, file.Sha256)],
    };

    /// <summary>SCA0002: with this file.</summary>
    public static ScanResult Failed(ScanFile file, string fault, string lastWords = "") =>
        NotInspected(file, "gave no trustworthy answer, " + fault, lastWords, "Get the file anew and try again; while this stays, do not load it");

    /// <summary>SCA0002: before any file was touched.</summary>
    public static ScanResult NotStarted(ScanFile file, string fault, string lastWords) =>
        NotInspected(file, "did not come to its work, " + fault, lastWords, "Run this again; if it stays, install the package anew");

    private static ScanResult NotInspected(ScanFile file, string fault, string lastWords, string nextStep) => new()
    {
        File = file,
        Findings =
        [
            new Finding(Rules.ScannerFailed, $"'{file.Shown}' was not inspected: the scanner {fault}{(lastWords.Length == 0 ? "" : "; its last words: " + lastWords)}. {nextStep}")
            {
                Subject = file.Path,
                Sha256 = file.Sha256,
            },
        ],
    };

    /// <summary>SCA0003: the same finding for every file, so that it can be shown once.</summary>
    public static ScanResult Unavailable(ScanFile file, string fault) => new()
    {
        File = file,
        Findings = [new Finding(Rules.ScannerUnavailable, $"The content of model files was not inspected: {fault}. Install the .NET 10 runtime or a newer one: https://dotnet.microsoft.com/download")],
    };

    /// <summary>The scanner's own words again, without the file's name; null for words that are not its own.</summary>
    public static ReportedFinding? Reported(ScanFile file, Finding finding)
    {
        var prefix = Prefix(file);
        return ReportedFinding.IsFinding(finding.Rule) && finding.Message.StartsWith(prefix, StringComparison.Ordinal)
            ? new ReportedFinding(finding.Rule, finding.Severity, finding.Message.Substring(prefix.Length), finding.Member, finding.Offset, finding.Symbol)
            : null;
    }

    private static string Prefix(ScanFile file) => $"'{file.Shown}' ";

    private static Finding Shown(ScanFile file, ReportedFinding finding, string? sha256) => new(finding.Rule, Printable.Message(Prefix(file) + finding.Message))
    {
        Severity = finding.Severity,
        Subject = file.Path,
        Sha256 = sha256,
        Member = finding.Member,
        Offset = finding.Offset,
        Symbol = finding.Symbol,
    };
}
