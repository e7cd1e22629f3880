using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1023: writes False, which loads what the library itself knows, or fails.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TrustRemoteCodeFixer)), Shared]
public sealed class TrustRemoteCodeFixer() : ChangeFixer("Do not trust code of the model's repository")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.TrustRemoteCode.Id);
}
