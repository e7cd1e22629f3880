using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1035: says watchForChanges: false.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModelReloadedFixer)), Shared]
public sealed class ModelReloadedFixer() : ChangeFixer("Load the model once")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.ModelReloaded.Id);
}
