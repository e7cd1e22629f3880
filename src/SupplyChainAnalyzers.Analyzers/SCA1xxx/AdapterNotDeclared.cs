using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1070: an adapter (LoRA), which changes what a model answers as much as the model itself.</summary>
internal sealed class AdapterNotDeclared() : UndeclaredFile(
    Rules.AdapterNotDeclared, "The adapter '{0}' is loaded, and models.lock does not declare it; run: models lock", ApiClass.Adapter);
