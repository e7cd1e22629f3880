using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.Declarations;

/// <summary>Places of our readers as the compiler wants them. The two may disagree about what ends a line, so nothing is taken on trust.</summary>
internal static class TextPlace
{
    public static Location Of(string path, SourceText text, TextRegion region)
    {
        var start = Position(text, region.Line, region.Column);
        var span = TextSpan.FromBounds(start, Math.Max(start, Position(text, region.EndLine, region.EndColumn)));
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>Where a place lies in the text; its nearest neighbour when there is no such line or column.</summary>
    public static int Position(SourceText text, int line, int column)
    {
        var index = Math.Min(Math.Max(line - 1, 0), text.Lines.Count - 1);
        return Math.Min(text.Lines[index].Start + Math.Max(column - 1, 0), text.Lines[index].End);
    }
}
