using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Questions about platform symbols, answered without building a name.</summary>
internal static class KnownSymbols
{
    /// <summary>Whether <paramref name="type"/> is <c>A.B.Name</c>, given as <c>Name</c>, <c>B</c>, <c>A</c>.</summary>
    public static bool Is(this ITypeSymbol? type, string name, params string[] namespacesInnermostFirst)
    {
        if (type is null || type.Name != name)
            return false;

        var space = type.ContainingNamespace;
        foreach (var expected in namespacesInnermostFirst)
        {
            if (space is null || space.Name != expected)
                return false;

            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }

    /// <summary>Whether it is System.Security.Cryptography.</summary>
    public static bool IsCryptography(this INamespaceSymbol? space) =>
        space is { Name: "Cryptography", ContainingNamespace: { Name: "Security", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    public static bool IsPath(this ITypeSymbol? type) => type.Is("Path", "IO", "System");

    public static bool IsUri(this ITypeSymbol? type) => type.Is("Uri", "System");

    /// <summary>Whether a read of <paramref name="property"/> gives the folder the program runs from.</summary>
    public static bool IsAppFolder(IPropertySymbol property) => property.Name switch
    {
        "BaseDirectory" => property.ContainingType.Is("AppContext", "System") || property.ContainingType.Is("AppDomain", "System"),
        "CurrentDirectory" => property.ContainingType.Is("Environment", "System"),
        "ContentRootPath" => property.ContainingType.Is("IHostEnvironment", "Hosting", "Extensions", "Microsoft"),
        "WebRootPath" => property.ContainingType.Is("IWebHostEnvironment", "Hosting", "AspNetCore", "Microsoft"),
        _ => false,
    };

    /// <summary>Whether a call of Environment.GetFolderPath gives a folder that is full of downloads, or everybody's.</summary>
    public static bool IsSharedFolder(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Is("Environment", "System")
        && call.Arguments[0].Value is IFieldReferenceOperation { Field.Name: "Desktop" or "DesktopDirectory" or "CommonDesktopDirectory" or "CommonDocuments" };

    /// <summary>Whether a read of <paramref name="property"/> gives a file that stands in that folder.</summary>
    public static bool IsAppFile(IPropertySymbol property) => property.Name switch
    {
        "Location" => property.ContainingType.Is("Assembly", "Reflection", "System"),
        "ProcessPath" => property.ContainingType.Is("Environment", "System"),
        _ => false,
    };
}
