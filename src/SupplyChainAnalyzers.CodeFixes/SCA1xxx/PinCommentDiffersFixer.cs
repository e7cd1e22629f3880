using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1008: writes the name, or the commit and the name, that models.lock has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PinCommentDiffersFixer)), Shared]
public sealed class PinCommentDiffersFixer : PinFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.PinCommentDiffers.Id);

    internal override string FixAllTitle => "Write what models.lock has";

    private protected override string TitleOf(Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(PinProperties.Commit) ? base.TitleOf(diagnostic) : "Write the name that models.lock has";
}
