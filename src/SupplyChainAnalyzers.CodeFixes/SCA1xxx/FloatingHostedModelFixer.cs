using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1050: writes the dated name of the model.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FloatingHostedModelFixer)), Shared]
public sealed class FloatingHostedModelFixer : TextFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.FloatingHostedModel.Id);
}
