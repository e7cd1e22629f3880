using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1002: writes the commit that models.lock has in place of the branch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FloatingRevisionFixer)), Shared]
public sealed class FloatingRevisionFixer : PinFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.FloatingRevision.Id);
}
