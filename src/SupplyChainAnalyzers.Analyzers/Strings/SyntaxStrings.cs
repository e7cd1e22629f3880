using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>What an expression's form alone tells about its text: literals, their sums and interpolations, new Uri("…").</summary>
internal static class SyntaxStrings
{
    // Sums are left-deep: this is also the number of terms.
    private const int MaxDepth = 32;

    public static StringValue Read(ExpressionSyntax expression) => Read(expression, 0);

    private static StringValue Read(ExpressionSyntax expression, int depth)
    {
        if (depth > MaxDepth)
            return StringValue.Unknown;

        return expression switch
        {
            LiteralExpressionSyntax literal when literal.Token.Value is string text => StringValue.Of(text, literal),
            ParenthesizedExpressionSyntax parenthesized => Read(parenthesized.Expression, depth + 1),
            BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => Read(sum.Left, depth + 1).Append(Read(sum.Right, depth + 1)),
            InterpolatedStringExpressionSyntax interpolated => Interpolate(interpolated, depth),
            ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Uri" }, ArgumentList.Arguments: [var address] } => Read(address.Expression, depth + 1),
            _ => StringValue.Unknown,
        };
    }

    private static StringValue Interpolate(InterpolatedStringExpressionSyntax interpolated, int depth)
    {
        var value = new StringValue([]);
        foreach (var content in interpolated.Contents)
        {
            value = value.Append(content switch
            {
                InterpolatedStringTextSyntax text => StringValue.Of(text.TextToken.ValueText, text),
                InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole => Read(hole.Expression, depth + 1),
                _ => StringValue.Unknown,
            });
        }

        return value;
    }
}
