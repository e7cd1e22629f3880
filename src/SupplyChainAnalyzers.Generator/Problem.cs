using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Generator;

/// <summary>What is reported in place of an accessor, or beside it.</summary>
/// <param name="IsFatal">Whether nothing is generated (SCA1091); otherwise names were changed (SCA1092).</param>
/// <param name="Path">The lock; null when there is none.</param>
/// <param name="Region">Where in it.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Problem(bool IsFatal, string? Path, TextRegion Region, string Message)
{
    public Location Location => Path is null ? Location.None : Location.Create(Path, default, new LinePositionSpan(
        new LinePosition(Math.Max(Region.Line - 1, 0), Math.Max(Region.Column - 1, 0)),
        new LinePosition(Math.Max(Region.EndLine - 1, 0), Math.Max(Region.EndColumn - 1, 0))));
}
