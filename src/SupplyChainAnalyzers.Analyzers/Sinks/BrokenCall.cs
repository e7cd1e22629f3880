using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Apis;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>
/// A call or creation that the compiler could not bind, but for which all candidates are overloads of one member. The overload is
/// then the one the arguments fit best by name and number; without such a one nothing is said.
/// </summary>
internal sealed class BrokenCall
{
    private BrokenCall(ApiMember member, IMethodSymbol symbol, (IParameterSymbol Parameter, IOperation? Value)[] arguments)
    {
        Member = member;
        Symbol = symbol;
        Arguments = arguments;
    }

    public ApiMember Member { get; }

    public IMethodSymbol Symbol { get; }

    /// <summary>Every parameter of <see cref="Symbol"/>, with null where the source gives nothing.</summary>
    public IReadOnlyList<(IParameterSymbol Parameter, IOperation? Value)> Arguments { get; }

    public static BrokenCall? Read(OperationAnalysisContext context, KnownModelApis apis)
    {
        var arguments = context.Operation.Syntax switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (arguments is null || context.Operation.SemanticModel is not { } model)
            return null;

        var candidates = model.GetSymbolInfo(context.Operation.Syntax, context.CancellationToken).CandidateSymbols;
        var receiver = context.Operation.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? model.GetTypeInfo(access.Expression, context.CancellationToken).Type
            : null;
        ApiMember? member = null;
        IMethodSymbol? best = null;
        foreach (var candidate in candidates)
        {
            if (candidate is not IMethodSymbol method || apis.FindMethod(method, receiver) is not { } found || (member is not null && found != member))
                return null;

            member = found;
            if (Fits(method, arguments) && (best is null || method.Parameters.Length < best.Parameters.Length))
                best = method;
        }

        if (best is null)
            return null;

        var values = best.Parameters.Select(parameter => (parameter, Given(parameter, arguments) is { } given ? model.GetOperation(given.Expression, context.CancellationToken) : null));
        return new BrokenCall(member!, best, [.. values]);
    }

    private static bool Fits(IMethodSymbol method, BaseArgumentListSyntax arguments)
    {
        if (arguments.Arguments.Count > method.Parameters.Length)
            return false;

        foreach (var argument in arguments.Arguments)
        {
            if (argument.NameColon is { } name && !method.Parameters.Any(parameter => parameter.Name == name.Name.Identifier.ValueText))
                return false;
        }

        return method.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams || Given(parameter, arguments) is not null);
    }

    private static ArgumentSyntax? Given(IParameterSymbol parameter, BaseArgumentListSyntax arguments)
    {
        for (var i = 0; i < arguments.Arguments.Count; i++)
        {
            var argument = arguments.Arguments[i];
            if (argument.NameColon is { } name ? name.Name.Identifier.ValueText == parameter.Name : i == parameter.Ordinal)
                return argument;
        }

        return null;
    }
}
