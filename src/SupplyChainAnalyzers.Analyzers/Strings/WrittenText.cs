using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Finds characters of a value in the source of its literal, through escapes, doubled quotes and the indentation of raw literals.</summary>
internal static class WrittenText
{
    /// <summary>Where a part of <paramref name="piece"/> stands; null when it is not written in a literal of its own.</summary>
    public static Location? Find(StringPiece piece, int start, int length)
    {
        var offsets = piece.Literal switch
        {
            LiteralExpressionSyntax expression => Offsets(expression.Token, piece.Text),
            InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole } text => InText(text.TextToken, whole.StringStartToken.Text, piece.Text),
            _ => null,
        };
        if (offsets is null || start + length > piece.Text.Length)
            return LiteralText.Find(piece, start, length);

        // In a raw literal the next character may stand on another line, behind white space that is none of the value's.
        var isRaw = piece.Literal is LiteralExpressionSyntax { Token.RawKind: (int)SyntaxKind.MultiLineRawStringLiteralToken };
        var end = length > 0 && isRaw ? offsets[start + length - 1] + 1 : offsets[start + length];
        return Location.Create(piece.Literal!.SyntaxTree, TextSpan.FromBounds(offsets[start], end));
    }

    // One for each character of the value, and one for its end.
    private static int[]? Offsets(SyntaxToken token, string value)
    {
        var text = token.Text;
        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when text[0] == '@' => Walk(text, 2, token.SpanStart, value, isVerbatim: true, hasBraces: false),
            SyntaxKind.StringLiteralToken => Walk(text, 1, token.SpanStart, value, isVerbatim: false, hasBraces: false),
            SyntaxKind.MultiLineRawStringLiteralToken => RawLines(text, token.SpanStart, value),
            _ => null,
        };
    }

    private static int[]? InText(SyntaxToken token, string start, string value) =>
        start.IndexOf("\"\"\"", StringComparison.Ordinal) >= 0 ? null : Walk(token.Text, 0, token.SpanStart, value, start.IndexOf('@') >= 0, hasBraces: true);

    private static int[]? Walk(string text, int at, int origin, string value, bool isVerbatim, bool hasBraces)
    {
        var offsets = new int[value.Length + 1];
        for (var i = 0; i < value.Length; i++)
        {
            if (at >= text.Length)
                return null;

            offsets[i] = origin + at;
            var length = Length(text, at, isVerbatim, hasBraces);
            // A character outside of the first plane is two units of the value, and one escape.
            if (length > 0 && text[at] == '\\' && char.IsHighSurrogate(value[i]) && i + 1 < value.Length)
                offsets[++i] = origin + at;
            else if (length == 1 && text[at] != value[i])
                return null;

            at += Math.Max(1, length);
        }

        offsets[value.Length] = origin + at;
        return offsets;
    }

    // Characters of the source that make one of the value.
    private static int Length(string text, int at, bool isVerbatim, bool hasBraces)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        if (isVerbatim ? text[at] == '"' : hasBraces && text[at] is '{' or '}')
            return next == text[at] ? 2 : 1;
        if (hasBraces && text[at] is '{' or '}')
            return next == text[at] ? 2 : 1;
        if (isVerbatim || text[at] != '\\')
            return 1;

        return next switch
        {
            'u' => 6,
            'U' => 10,
            'x' => 2 + text.Skip(at + 2).Take(4).TakeWhile(Uri.IsHexDigit).Count(),
            _ => 2,
        };
    }

    // The lines between the quotes, each without the white space that stands before the closing ones.
    private static int[]? RawLines(string text, int origin, string value)
    {
        var last = text.LastIndexOf('\n');
        var indent = text.Length - last - 1 - text.Substring(last + 1).TrimStart().Length;
        var at = text.IndexOf('\n') + 1 + indent;
        var offsets = new int[value.Length + 1];
        for (var i = 0; i < value.Length; i++)
        {
            if (at < 0 || at >= text.Length || text[at] != value[i])
                return null;

            offsets[i] = origin + at++;
            // An empty line need not be indented.
            if (value[i] == '\n')
                at = text[at] is '\n' or '\r' ? at : at + indent;
        }

        offsets[value.Length] = origin + at;
        return offsets;
    }
}
