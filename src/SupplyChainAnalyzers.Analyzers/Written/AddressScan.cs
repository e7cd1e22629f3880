using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Analyzers.Written;

/// <summary>
/// Finds the literals of a file that start as the address of a model does. It searches the text, not the tree: nearly no file has
/// one, and a search costs a hundredth of a visit to every literal.
/// </summary>
internal static class AddressScan
{
    private const string Start = "\"http";

    // Behind a host that is a constant: $"{Host}/{repo}/resolve/main/{file}".
    private const string Revision = "/resolve/";

    // Longer ones are data, not addresses that someone wrote.
    private const int MaxLength = 1024;

    // Files that generators fill with tables of a thousand addresses are not written by hand, and nobody mends them there.
    private const int MaxLiterals = 1000;

    private static readonly char[] Ends = ['"', '\r', '\n'];

    /// <summary>String literals and texts of interpolated strings.</summary>
    public static IEnumerable<SyntaxNode> Literals(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!tree.TryGetText(out var source))
            source = tree.GetText(cancellation);

        var text = source.ToString();
        var found = 0;
        for (var at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0 && found < MaxLiterals; at = text.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            if (!IsModelLike(text, at + 1) || LiteralAt(tree.GetRoot(cancellation), at) is not { } literal)
                continue;

            found++;
            yield return literal;
        }

        for (var at = text.IndexOf(Revision, StringComparison.Ordinal); at >= 0 && found < MaxLiterals; at = text.IndexOf(Revision, at + 1, StringComparison.Ordinal))
        {
            if (PartAt(tree.GetRoot(cancellation), at) is not { } literal)
                continue;

            found++;
            yield return literal;
        }
    }

    private static bool IsModelLike(string text, int start)
    {
        var end = text.IndexOfAny(Ends, start, Math.Min(MaxLength, text.Length - start));
        return end > start && WebAddress.Parse(text.Substring(start, end - start)) is { } address && (address.IsModel || KnownHosts.AreOfInterest(address.Host));
    }

    // A text behind a hole, or the right side of a sum.
    private static SyntaxNode? PartAt(SyntaxNode root, int position) => root.FindToken(position).Parent switch
    {
        InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole } text when whole.Contents[0] != text => text,
        LiteralExpressionSyntax { Parent: BinaryExpressionSyntax sum } literal when literal.IsKind(SyntaxKind.StringLiteralExpression) && sum.IsKind(SyntaxKind.AddExpression) && sum.Right == literal => literal,
        _ => null,
    };

    private static SyntaxNode? LiteralAt(SyntaxNode root, int quote)
    {
        var token = root.FindToken(quote + 1);
        return token.Parent switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) && token.SpanStart <= quote && token.ValueText.StartsWith("http", StringComparison.Ordinal) => literal,
            InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole } text when whole.Contents[0] == text => text,
            _ => null,
        };
    }
}
