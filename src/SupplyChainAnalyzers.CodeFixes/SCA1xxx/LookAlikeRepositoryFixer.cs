using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1007: writes the well-known name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LookAlikeRepositoryFixer)), Shared]
public sealed class LookAlikeRepositoryFixer : TextFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.LookAlikeRepository.Id);
}
