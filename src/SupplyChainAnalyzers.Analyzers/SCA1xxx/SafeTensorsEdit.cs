using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>From load_py and a pickle to load_safetensors and the file beside it.</summary>
internal static class SafeTensorsEdit
{
    private const string Replacement = "load_safetensors";

    /// <summary>Null when the call cannot be changed by its name and its literal alone.</summary>
    /// <param name="use">The call.</param>
    /// <param name="path">Its argument with the path.</param>
    /// <param name="sibling">Name of the file beside it.</param>
    public static ImmutableDictionary<string, string?>? For(SinkUse use, SinkArgument path, string sibling)
    {
        if (use.Name is not IdentifierNameSyntax name || use.Symbol is not IMethodSymbol method || !HasReplacement(method.ReducedFrom ?? method)
            || path.Syntax is not LiteralExpressionSyntax { Token.Value: string text } literal)
            return null;

        var folder = text.Substring(0, text.LastIndexOfAny(['/', '\\']) + 1);
        return TextEdits.Of(
            new TextChange(name.Span, Replacement),
            new TextChange(literal.Span, SymbolDisplay.FormatLiteral(folder + sibling, quote: true)));
    }

    // The same parameters, so that the arguments stay as they are.
    private static bool HasReplacement(IMethodSymbol method) =>
        method.ContainingType.GetMembers(Replacement).OfType<IMethodSymbol>().Any(other =>
            other.Parameters.Length == method.Parameters.Length
            && other.Parameters.Zip(method.Parameters, static (left, right) => left.Name == right.Name && left.Type.Name == right.Type.Name).All(static same => same));
}
