using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1004: writes the whole commit that models.lock has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AbbreviatedCommitFixer)), Shared]
public sealed class AbbreviatedCommitFixer : PinFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.AbbreviatedCommit.Id);
}
