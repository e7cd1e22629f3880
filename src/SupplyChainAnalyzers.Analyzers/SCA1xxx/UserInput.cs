using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Strings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>Values that somebody outside of the program gives it.</summary>
internal static class UserInput
{
    private static readonly string[] BindingAttributes = ["FromQueryAttribute", "FromRouteAttribute", "FromBodyAttribute", "FromFormAttribute", "FromHeaderAttribute"];
    private static readonly string[] RequestTypes = ["HttpRequest", "IQueryCollection", "IFormCollection", "IHeaderDictionary", "RouteValueDictionary", "IFormFile"];

    /// <summary>Where a value comes from, for a message; null when it comes from nobody outside.</summary>
    public static string? NameOf(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when IsCommandLine(parameter) => "the command line",
        IParameterReferenceOperation { Parameter: var parameter } when IsBound(parameter) => "a request",
        IInvocationOperation { TargetMethod: { Name: "ReadLine", ContainingType: { } type } } when type.Is("Console", "System") => "the console",
        IInvocationOperation { TargetMethod: { Name: "GetCommandLineArgs", ContainingType: { } type } } when type.Is("Environment", "System") => "the command line",
        IPropertyReferenceOperation { Property.ContainingType: { } type } when IsRequest(type) => "a request",
        _ => null,
    };

    private static bool IsCommandLine(IParameterSymbol parameter) =>
        parameter.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
        && parameter.ContainingSymbol is IMethodSymbol { IsStatic: true, Name: WellKnownMemberNames.EntryPointMethodName or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName };

    private static bool IsBound(IParameterSymbol parameter) => parameter.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { } type && BindingAttributes.Contains(type.Name, StringComparer.Ordinal) && IsAspNetCore(type.ContainingNamespace));

    private static bool IsRequest(INamedTypeSymbol type) => RequestTypes.Contains(type.Name, StringComparer.Ordinal) && IsAspNetCore(type.ContainingNamespace);

    private static bool IsAspNetCore(INamespaceSymbol? space)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "AspNetCore", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }
}
