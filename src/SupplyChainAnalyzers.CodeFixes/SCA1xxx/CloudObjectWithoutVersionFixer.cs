using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1010: names the version that models.lock has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CloudObjectWithoutVersionFixer)), Shared]
public sealed class CloudObjectWithoutVersionFixer() : ChangeFixer("Name the version that models.lock has")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.CloudObjectWithoutVersion.Id);
}
