using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>A fault in a source file, by offsets: the text may be a string in another file.</summary>
/// <param name="Rule">What kind of fault.</param>
/// <param name="Message">What is wrong and, after it, the next step; fit to be shown.</param>
/// <param name="Start">Characters before it.</param>
/// <param name="Length">Characters of it.</param>
/// <param name="Edit">The change that mends it; null when there is none that needs nobody's decision.</param>
public sealed record SourceFinding(Rule Rule, string Message, int Start, int Length, SourceEdit? Edit = null);
