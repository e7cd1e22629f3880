using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1071: a tokenizer or vocabulary: with another one the same weights say something else.</summary>
internal sealed class TokenizerNotDeclared() : UndeclaredFile(
    Rules.TokenizerNotDeclared, "The tokenizer file '{0}' is loaded, and models.lock does not declare it; run: models lock", ApiClass.Tokenizer);
