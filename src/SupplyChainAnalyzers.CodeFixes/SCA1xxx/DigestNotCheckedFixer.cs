using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1034: gives the download the SHA-256 that models.lock has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DigestNotCheckedFixer)), Shared]
public sealed class DigestNotCheckedFixer() : ChangeFixer("Give the SHA-256 of models.lock")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.DigestNotChecked.Id);
}
