using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1005: writes https, for hosts that are known to serve it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlainHttpFixer)), Shared]
public sealed class PlainHttpFixer : PinFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.PlainHttp.Id);

    internal override string FixAllTitle => "Write https";

    private protected override string KeyEnd => ".Https";

    private protected override string TitleOf(Diagnostic diagnostic) => FixAllTitle;
}
