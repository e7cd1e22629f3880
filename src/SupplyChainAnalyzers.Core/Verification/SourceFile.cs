using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>A source file other than C# that was read and judged.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Findings">What is wrong in it, in the order of its text, with the digest of its bytes.</param>
/// <param name="UsesModelPackages">Whether it references packages that people use with models.</param>
/// <param name="IsIncomplete">Whether some of it was not looked at: it is too long, or could not be read.</param>
public sealed record SourceFile(string Path, SourceKind Kind, IReadOnlyList<Finding> Findings, bool UsesModelPackages, bool IsIncomplete);
