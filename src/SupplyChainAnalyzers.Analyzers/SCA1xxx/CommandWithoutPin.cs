using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1060: a process is started that fetches a model without a pin.</summary>
internal sealed class CommandWithoutPin() : SourceRule(Rules.CommandWithoutPin);
