using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Scanning;

/// <summary>What the scanner says of some bytes: all formats, all checks, no process.</summary>
internal sealed record Scanned(ModelFormat Format, IReadOnlyList<ReportedFinding> Findings)
{
    public Verdict Verdict => Verdicts.Of(Findings.Select(static finding => new Finding(finding.Rule, finding.Message) { Severity = finding.Severity }));

    public static Scanned Bytes(byte[] bytes, string name = "model.bin", params string[] neighbours) => Source(new MemorySource(bytes), name, neighbours);

    public static Scanned Source(ByteSource source, string name = "model.bin", params string[] neighbours)
    {
        var sink = new FindingSink();
        var identification = ContentScanner.Scan(source, ScanContext.ForFile(name, sink, new Neighbours(neighbours)));
        return new Scanned(identification.Format, sink.Findings);
    }

    /// <summary>Rules of everything but notes.</summary>
    public IEnumerable<Rule> Doubts => Findings.Where(static finding => finding.Severity > Severity.Info).Select(static finding => finding.Rule);

    public override string ToString() => $"{Format}: {Verdict.Word()}\n" + string.Join('\n', Findings.Select(static finding => $"{finding.Rule} {finding.Severity} {finding.Member} @{finding.Offset}: {finding.Message}"));
}
