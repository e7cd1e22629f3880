using Microsoft.CodeAnalysis;

namespace SupplyChainAnalyzers.Analyzers.Written;

/// <summary>Whether a compilation names a type of the platform that fetches addresses. Asked only when a file holds the address of a model.</summary>
internal static class DownloadTypes
{
    private static readonly string[] Names = ["HttpClient", "WebClient", "WebRequest", "HttpRequestMessage", "HttpCompletionOption"];

    public static bool AreNamedIn(Compilation compilation) => compilation.SyntaxTrees.Any(static tree =>
        tree.TryGetText(out var text) && text.ToString() is var written && Array.Exists(Names, name => written.IndexOf(name, StringComparison.Ordinal) >= 0));
}
