using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1023: Python code of a model's repository is trusted, in Python that the program runs or starts.</summary>
internal sealed class TrustRemoteCode() : SourceRule(Rules.TrustRemoteCode);
