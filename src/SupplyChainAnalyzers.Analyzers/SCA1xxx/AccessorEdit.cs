using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>From a path to the generated accessor of its file, where an overload takes the bytes or a stream in the path's place; else to the path of a verified copy.</summary>
internal static class AccessorEdit
{
    private const string ReadBytes = ".ReadVerified()";
    private const string OpenStream = ".OpenVerified()";

    /// <summary>Null when nothing is generated, the lock does not tell which file is meant, or nobody knows when the library reads it.</summary>
    public static ImmutableDictionary<string, string?>? For(SinkUse use, SinkArgument argument, string path)
    {
        if (use.Project.Accessors is not { } container || argument is not { Parameter: { } parameter, Syntax.Parent: ArgumentSyntax written } || use.Symbol is not IMethodSymbol method
            || use.Project.Lock.Files.FindAccessor(path) is not { } accessor)
            return null;

        var shown = container.ToMinimalDisplayString(use.Model, written.SpanStart);
        if (Replacement(use, method, parameter) is not { } content)
            return VerifiedPathEdit.For(use, written.Expression, shown, accessor);

        var call = (use.Member.RoleOf(content.Name) & ParameterRoles.Stream) != 0 ? OpenStream : ReadBytes;
        var name = written.NameColon is null ? "" : content.Name + ": ";
        return TextEdits.Replace(written.Span, name + shown + accessor + call);
    }

    /// <summary>The parameter of another overload that takes the content where <paramref name="path"/> stands, all others being the same.</summary>
    private static IParameterSymbol? Replacement(SinkUse use, IMethodSymbol method, IParameterSymbol path)
    {
        foreach (var other in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (other.DeclaredAccessibility != Accessibility.Public || other.Parameters.Length != method.Parameters.Length)
                continue;

            var content = other.Parameters[path.Ordinal];
            if (IsContent(use.Member.RoleOf(content.Name), content.Type) && other.Parameters.All(parameter => parameter.Ordinal == path.Ordinal || IsSame(parameter, method.Parameters[parameter.Ordinal])))
                return content;
        }

        return null;
    }

    private static bool IsContent(ParameterRoles roles, ITypeSymbol type) => (roles & ParameterRoles.Stream) != 0
        ? type.Name == nameof(Stream)
        : (roles & ParameterRoles.Bytes) != 0 && type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte };

    private static bool IsSame(IParameterSymbol left, IParameterSymbol right) => left.Name == right.Name && SymbolEqualityComparer.Default.Equals(left.Type, right.Type);
}
