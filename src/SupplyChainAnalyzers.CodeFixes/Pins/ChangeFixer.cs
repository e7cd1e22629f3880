using Microsoft.CodeAnalysis;

namespace SupplyChainAnalyzers.CodeFixes.Pins;

/// <summary>Makes the changes that the rule wrote into its diagnostic, which are not those of a pin.</summary>
public abstract class ChangeFixer : PinFixer
{
    private protected ChangeFixer(string title) => FixAllTitle = title;

    /// <inheritdoc/>
    internal sealed override string FixAllTitle { get; }

    private protected sealed override string KeyEnd => ".Change";

    private protected sealed override string TitleOf(Diagnostic diagnostic) => FixAllTitle;
}
