using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1003: writes the commit that models.lock has in place of the tag.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MutableTagFixer)), Shared]
public sealed class MutableTagFixer : PinFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.MutableTag.Id);
}
