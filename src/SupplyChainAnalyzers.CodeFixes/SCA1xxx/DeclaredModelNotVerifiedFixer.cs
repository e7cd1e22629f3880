using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1031: loads the bytes that the generated accessor has verified, or a verified copy of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclaredModelNotVerifiedFixer)), Shared]
public sealed class DeclaredModelNotVerifiedFixer() : ChangeFixer("Load what was verified")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.DeclaredModelNotVerified.Id);
}
