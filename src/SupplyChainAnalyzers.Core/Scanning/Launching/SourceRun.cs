using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Sources;
using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>Has source files read by the scanner. Where packages come from is judged last, when it is known which are used.</summary>
internal sealed class SourceRun(SourceQuestion question, ScannerOptions options, int maxFaults, CancellationToken cancellationToken)
{
    /// <summary>One for each file that a reader takes, in their order.</summary>
    public IReadOnlyList<SourceFile> Read(IReadOnlyList<ScanFile> files)
    {
        var read = new SourceFile?[files.Count];
        var asked = question;
        foreach (var isLast in new[] { false, true })
        {
            var indexes = Enumerable.Range(0, files.Count).Where(index => KindOf(files[index]) is { } kind && (kind == SourceKind.NuGetConfig) == isLast).ToList();
            if (indexes.Count == 0)
                continue;

            var work = new ScannerWork(Jobs.Sources, Question: SourceQuestionText.Write(asked), Beside: asked.LockPath is { } models ? [models] : null);
            var results = new ScanRun([.. indexes.Select(index => files[index])], options, work, maxFaults, cancellationToken).Results();
            for (var i = 0; i < indexes.Count; i++)
                read[indexes[i]] = Of(results[i]);

            asked = asked with { UsesModelPackages = asked.UsesModelPackages || Array.Exists(read, static file => file?.UsesModelPackages == true) };
        }

        return [.. read.OfType<SourceFile>()];
    }

    private static SourceKind? KindOf(ScanFile file) => SourceReaders.Find(Path.GetFileName(file.Path))?.Kind;

    // A file that the scanner could not answer for has that as its finding: nothing is known of it.
    private static SourceFile Of(ScanResult result) => result.Source is { } report
        ? new SourceFile(
            result.File.Path,
            KindOf(result.File)!.Value,
            [.. report.Findings.Select(finding => Finding.At(finding.Rule, finding.Message, result.File.Path, finding.Region) with { Sha256 = report.Sha256 })],
            report.UsesModelPackages,
            report.IsIncomplete)
        : new SourceFile(result.File.Path, KindOf(result.File)!.Value, result.Findings, UsesModelPackages: false, IsIncomplete: true);
}
