using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1020: reads the safetensors file that models.lock has beside the pickle.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PickleArtefactFixer)), Shared]
public sealed class PickleArtefactFixer() : ChangeFixer("Load the safetensors file of models.lock")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.PickleArtefact.Id);
}
