using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1001: gives the download the revision that models.lock has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DownloadWithoutRevisionFixer)), Shared]
public sealed class DownloadWithoutRevisionFixer : PinFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.DownloadWithoutRevision.Id);
}
