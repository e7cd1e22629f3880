using System.Text;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Scanning.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

/// <summary>One text of the protocol between build and scanner: what is valid, and what its reader makes of anything.</summary>
/// <param name="Name">For failures.</param>
/// <param name="Valid">Texts to start from.</param>
/// <param name="Rewrite">What was read, written again, and the parts of it that people are shown; null when it was refused.</param>
internal sealed record WireForm(string Name, IReadOnlyList<string> Valid, Func<byte[], (string Text, IEnumerable<string> Shown)?> Rewrite)
{
    public static IReadOnlyList<WireForm> All { get; } =
    [
        new("event", WireSeeds.Events, static bytes => Event(ScanEventReader.Read(bytes, out var error), error)),
        new("report", WireSeeds.Reports, static bytes => BehaviorReportText.Read(Encoding.UTF8.GetString(bytes)) is { } report ? (BehaviorReportText.Write(report), Shown(report)) : null),
        new("request", WireSeeds.Requests, static bytes => ScanRequest.Read(bytes, out _) is { } request ? (Encoding.UTF8.GetString(request.ToLine()).TrimEnd('\n'), []) : null),
        new("source question", WireSeeds.SourceQuestions, static bytes => SourceQuestionText.Read(Encoding.UTF8.GetString(bytes)) is { } question ? (SourceQuestionText.Write(question), []) : null),
        new("behaviour question", WireSeeds.BehaviorQuestions, static bytes => BehaviorQuestionText.Read(Encoding.UTF8.GetString(bytes)) is { } question ? (BehaviorQuestionText.Write(question), []) : null),
        new("signature question", WireSeeds.SignatureQuestions, static bytes => SignatureQuestionText.Read(Encoding.UTF8.GetString(bytes)) is { } question ? (SignatureQuestionText.Write(question), []) : null),
    ];

    private static (string Text, IEnumerable<string> Shown)? Event(ScanEvent? read, string? error) => read is null
        ? error is null ? throw new InvalidOperationException("refused without a reason") : null
        : error is not null ? throw new InvalidOperationException("taken with a reason: " + error)
        : (Encoding.UTF8.GetString(ScanEventWriter.ToLine(read)).TrimEnd('\n'), read switch
        {
            ScanEvent.Source source => source.Report.Findings.Select(static finding => finding.Message),
            ScanEvent.Picture picture => [picture.Image.Name, picture.Image.Caption],
            _ => [], // made fit to be shown where they are taken over
        });

    private static IEnumerable<string> Shown(BehaviorReport report) =>
    [
        report.Engine,
        .. report.Checks.SelectMany(static check => new[] { check.Check, check.Words }.Concat(Names(check.Values)).Concat(check.Classes.SelectMany(static one => Names(one.Values))).Concat(check.Items.SelectMany(static item => Names(item.Values).Prepend(item.Name)))),
        .. report.Suite.SelectMany(static one => new[] { one.Case, one.Words }),
    ];

    private static IEnumerable<string> Names(IEnumerable<Measurement> values) => values.Select(static value => value.Name);
}
