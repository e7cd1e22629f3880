using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1060: adds --revision with the commit of models.lock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CommandWithoutPinFixer)), Shared]
public sealed class CommandWithoutPinFixer() : ChangeFixer("Pin to the commit of models.lock")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.CommandWithoutPin.Id);
}
