using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>Whether a type writes down an address that models are fetched from. By form, once a type.</summary>
internal static class ModelUrls
{
    private static readonly ConditionalWeakTable<SyntaxNode, object> Known = new();

    /// <summary>Whether the type around <paramref name="node"/>, or the file of top-level statements, has one.</summary>
    public static bool In(SyntaxNode node)
    {
        SyntaxNode scope = (SyntaxNode?)node.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? node.SyntaxTree.GetRoot();
        return (bool)Known.GetValue(scope, static scope => scope.DescendantNodes().Any(IsModelUrl));
    }

    private static bool IsModelUrl(SyntaxNode node)
    {
        if (node is not (LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InterpolatedStringExpressionSyntax))
            return false;

        var text = SyntaxStrings.Read((ExpressionSyntax)node).Text;
        if (!text.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return false;

        if (ModelAddress.Parse(text) is { } address)
            return address.Kind == AddressKind.GitHub ? ModelFileNames.IsModel(address.File) : !ModelFileNames.IsDocument(address.File);

        var end = text.IndexOfAny(['?', '#']);
        return ModelFileNames.IsModel(end < 0 ? text : text.Substring(0, end));
    }
}
