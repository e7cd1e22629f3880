using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.CodeFixes.Pins;

/// <summary>Writes another name in the place that a rule reports inside a literal.</summary>
public abstract class TextFixer : PinFixer
{
    private protected TextFixer()
    {
    }

    /// <inheritdoc/>
    internal sealed override string FixAllTitle => "Write the names that are proposed";

    private protected sealed override string KeyEnd => ".NewText";

    private protected sealed override string TitleOf(Diagnostic diagnostic) => $"Write '{Printable.Of(diagnostic.Properties[PinProperties.Text])}'";
}
