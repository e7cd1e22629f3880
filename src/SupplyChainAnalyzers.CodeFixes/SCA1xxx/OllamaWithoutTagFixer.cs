using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1051: writes the tag that models.lock has for the model.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OllamaWithoutTagFixer)), Shared]
public sealed class OllamaWithoutTagFixer : TextFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.OllamaWithoutTag.Id);
}
