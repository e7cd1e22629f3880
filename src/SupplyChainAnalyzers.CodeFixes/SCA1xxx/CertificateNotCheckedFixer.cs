using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1061: removes what accepts every certificate.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CertificateNotCheckedFixer)), Shared]
public sealed class CertificateNotCheckedFixer() : ChangeFixer("Check certificates")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.CertificateNotChecked.Id);
}
