using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1024: Python that the program runs or starts loads a model without a full commit, or with a loader that runs what the file says.</summary>
internal sealed class UnsafePythonLoad() : SourceRule(Rules.UnsafePythonLoad);
