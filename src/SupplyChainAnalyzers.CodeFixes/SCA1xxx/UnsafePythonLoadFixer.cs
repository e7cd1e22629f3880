using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1024: writes the commit of models.lock as the revision.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsafePythonLoadFixer)), Shared]
public sealed class UnsafePythonLoadFixer() : ChangeFixer("Pin to the commit of models.lock")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.UnsafePythonLoad.Id);
}
