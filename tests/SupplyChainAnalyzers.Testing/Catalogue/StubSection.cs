using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>The hand-written part of a stub assembly.</summary>
internal sealed record StubSection(string Assembly, IReadOnlyList<string> References, string Code)
{
    private const string Marker = "// assembly: ";
    private const string ReferencesMarker = " references: ";

    /// <summary>The namespaces it declares types in.</summary>
    public IEnumerable<string> Namespaces =>
        CSharpSyntaxTree.ParseText(Code).GetRoot().DescendantNodes().OfType<NamespaceDeclarationSyntax>().Select(static space => space.Name.ToString());

    /// <summary>The sections of surroundings.txt.</summary>
    public static IReadOnlyDictionary<string, StubSection> ReadAll()
    {
        var sections = new Dictionary<string, StubSection>(StringComparer.Ordinal);
        foreach (var part in Resources.ReadText("surroundings.txt").Split("\n" + Marker).Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var head = (end < 0 ? part : part[..end]).TrimEnd().Split(ReferencesMarker);
            sections.Add(head[0], new StubSection(head[0], head.Length > 1 ? head[1].Split(' ') : [], end < 0 ? "" : part[end..]));
        }

        return sections;
    }
}
