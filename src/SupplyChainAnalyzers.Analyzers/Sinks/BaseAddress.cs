using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>
/// Puts a relative address behind the BaseAddress of the client that fetches it: the only one that the type around the call sets.
/// Asked only where the relative part looks like a model, because clients of services are everywhere.
/// </summary>
internal static class BaseAddress
{
    private const string Client = "System.Net.Http.HttpClient";

    public static IReadOnlyList<StringValue> Resolve(SinkUse use, IReadOnlyList<StringValue> values) =>
        use.Member.Type.MetadataName == Client && use.Member.Kind == ApiKind.Method && values.Any(IsRelativeModel) && Of(use) is { } start
            ? [.. values.Select(value => IsRelativeModel(value) ? StringEvaluator.Resolve(start, value) : value)]
            : values;

    private static bool IsRelativeModel(StringValue value) =>
        value.Text.IndexOf("://", StringComparison.Ordinal) < 0
        && (value.Text.IndexOf("/resolve/", StringComparison.Ordinal) >= 0 || value.Text.IndexOf("/raw/", StringComparison.Ordinal) >= 0 || ModelFileNames.IsModel(value.Text));

    private static StringValue? Of(SinkUse use)
    {
        var scope = use.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? use.Syntax.SyntaxTree.GetRoot(use.Cancellation);
        return Assignments.In(scope).Of(nameof(BaseAddress)) is [var only] && use.Strings.Evaluate(use.Model.GetOperation(only.Value, use.Cancellation)) is [{ IsUnknown: false } start] ? start : null;
    }
}
