using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Finds characters of a value in the source of its literal.</summary>
internal static class LiteralText
{
    /// <summary>
    /// Where a part of <paramref name="piece"/> stands in the source; null when it is not written in a literal, or not as it
    /// reads (a literal with escapes), or more than once.
    /// </summary>
    public static Location? Find(StringPiece piece, int start, int length)
    {
        var token = piece.Literal switch
        {
            LiteralExpressionSyntax expression => expression.Token,
            InterpolatedStringTextSyntax text => text.TextToken,
            _ => default,
        };
        if (token.RawKind == 0)
            return null;

        var at = token.Text.IndexOf(piece.Text, StringComparison.Ordinal);
        if (at < 0 || token.Text.IndexOf(piece.Text, at + 1, StringComparison.Ordinal) >= 0)
            return null;

        return Location.Create(piece.Literal!.SyntaxTree, new TextSpan(token.SpanStart + at + start, length));
    }
}
