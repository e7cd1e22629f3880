using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>Other members of the type around a use, one step away from it and no further.</summary>
internal static class SameType
{
    /// <summary>Members that are bound for one use.</summary>
    private const int MaxMembers = 16;

    /// <summary>The methods of the type that <paramref name="body"/> gives the file to, each with the parameter that takes it.</summary>
    public static IEnumerable<(IOperation Call, SinkBody Body, FileIdentity File)> Helpers(SinkUse use, SinkBody body, FileIdentity file)
    {
        foreach (var call in body.Calls)
        {
            if (call is not IInvocationOperation { TargetMethod: { } method } invocation || !SymbolEqualityComparer.Default.Equals(method.ContainingType, TypeOf(use)))
                continue;

            foreach (var argument in invocation.Arguments)
            {
                if (argument.Parameter is { } parameter && file.Is(argument.Value, use.Strings) && BodyOf(use, method) is { } helper)
                    yield return (call, helper, FileIdentity.Of(parameter.OriginalDefinition));
            }
        }
    }

    /// <summary>Members of the type that mention <paramref name="member"/>, which is a field or property of it.</summary>
    public static IEnumerable<SinkBody> MembersWith(SinkUse use, ISymbol member)
    {
        if (!SymbolEqualityComparer.Default.Equals(member.ContainingType, TypeOf(use)) || use.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            yield break;

        var left = MaxMembers;
        foreach (var declaration in type.Members.OfType<BaseMethodDeclarationSyntax>())
        {
            if (declaration.Span.Contains(use.Syntax.Span) || !Mentions(declaration, member.Name))
                continue;

            if (left-- == 0)
                yield break;

            if (use.Model.GetOperation(declaration, use.Cancellation) is { } operation)
                yield return SinkBody.Around(operation, use.Project.Apis);
        }
    }

    private static INamedTypeSymbol? TypeOf(SinkUse use) =>
        use.Model.GetEnclosingSymbol(use.Syntax.SpanStart, use.Cancellation)?.ContainingType;

    private static SinkBody? BodyOf(SinkUse use, IMethodSymbol method) =>
        method.OriginalDefinition.DeclaringSyntaxReferences is [var reference] && reference.SyntaxTree == use.Syntax.SyntaxTree
        && reference.GetSyntax(use.Cancellation) is var declaration and (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
        && use.Model.GetOperation(declaration, use.Cancellation) is { } operation
            ? SinkBody.Around(operation, use.Project.Apis)
            : null;

    private static bool Mentions(SyntaxNode node, string name)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (token.ValueText == name)
                return true;
        }

        return false;
    }
}
