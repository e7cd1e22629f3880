using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>What is wrong with source code at one place.</summary>
/// <param name="Severity">Low and medium need a look, more is malicious.</param>
/// <param name="What">Goes on after the file's name: "starts other programs (os.system) as soon as it is imported". Safe to show.</param>
/// <param name="Symbol">The dotted name it is about, raw.</param>
/// <param name="Offset">Characters before it.</param>
internal sealed record SourceFinding(Severity Severity, string What, string Symbol, int Offset);
