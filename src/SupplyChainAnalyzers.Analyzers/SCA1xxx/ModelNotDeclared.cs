using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1030: a model.</summary>
internal sealed class ModelNotDeclared() : UndeclaredFile(
    Rules.ModelNotDeclared, "'{0}' is loaded, and models.lock does not declare it; run: models lock", ApiClass.Load);
