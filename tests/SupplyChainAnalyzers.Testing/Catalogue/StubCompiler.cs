using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>
/// Compiles one stub assembly. The catalogue names many types it does not describe, and has errors of its own: a missing type is
/// declared empty, and a member that still does not compile is left out and listed.
/// </summary>
internal sealed class StubCompiler(StubSection section, IReadOnlyList<CatalogueEntry> entries, IReadOnlyList<StubSection> known, IReadOnlyList<MetadataReference> references)
{
    // Types that miss types: every round declares what the last one lacked.
    private const int MaxRounds = 12;

    private static readonly string[] Usings =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.Collections.ObjectModel", "System.IO", "System.Net.Http", "System.Net.Security",
        "System.Text.Json", "System.Text.Json.Serialization", "System.Threading", "System.Threading.Tasks",
    ];

    private readonly List<CatalogueEntry> _left = [.. entries];
    private readonly SortedSet<string> _declared = new(StringComparer.Ordinal);

    /// <summary>Entries that could not be declared.</summary>
    public List<CatalogueEntry> Dropped { get; } = [];

    public MetadataReference Compile()
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var entryByLine = new Dictionary<int, CatalogueEntry>();
            var compilation = Create(entryByLine);
            using var image = new MemoryStream();
            var result = compilation.Emit(image);
            if (result.Success)
                return AssemblyMetadata.CreateFromImage(image.ToArray()).GetReference(display: section.Assembly);

            var errors = result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            if (!errors.Aggregate(false, (any, error) => Declare(error, compilation) || any))
                errors.ForEach(error => Drop(error, entryByLine));
        }

        throw new InvalidOperationException($"the stub of {section.Assembly} does not compile: {string.Join("; ", Create([]).GetDiagnostics().Take(5))}");
    }

    private CSharpCompilation Create(Dictionary<int, CatalogueEntry> entryByLine)
    {
        var spaces = _left.Select(static entry => entry.Namespace).Where(static space => space.Length > 0);
        var surrounding = known.Append(section).SelectMany(static section => section.Namespaces);
        var usings = string.Concat(Usings.Concat(spaces).Concat(surrounding).Distinct().Select(static space => $"global using {space};\n"));
        return CSharpCompilation.Create(
            section.Assembly,
            [
                Parse(usings),
                Parse(StubSource.Write(_left, entryByLine)),
                Parse("#nullable enable annotations\n" + section.Code),
                Parse(string.Join('\n', _declared)),
            ],
            PlatformReferences.All.Concat(references),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>Declares a type that an error says is missing.</summary>
    private bool Declare(Diagnostic error, CSharpCompilation compilation)
    {
        if (error.Id is not ("CS0246" or "CS0234" or "CS0426" or "CS0305" or "CS0308" or "CS0103"))
            return false;

        var tree = error.Location.SourceTree!;
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan);
        var name = node.AncestorsAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault();
        if (name is null || name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
            return false;

        var arity = name is GenericNameSyntax generic ? generic.Arity : 0;
        var kind = name.Identifier.ValueText is ['I', >= 'A' and <= 'Z', ..] ? "interface" : "class";
        var parameters = arity == 0 ? "" : $"<{string.Join(", ", Enumerable.Range(0, arity).Select(static i => "T" + i))}>";
        var declaration = $"public partial {kind} {name.Identifier.ValueText}{parameters} {{ }}";
        if (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
        {
            var outer = compilation.GetSemanticModel(tree).GetSymbolInfo(qualified.Left).Symbol;
            if (outer is INamedTypeSymbol { ContainingType: null } type && type.ContainingAssembly.Name == section.Assembly)
                return _declared.Add($"namespace {type.ContainingNamespace} {{ public {(type.IsStatic ? "static " : "")}partial class {type.Name} {{ {declaration} }} }}");

            return outer is INamespaceSymbol space ? _declared.Add($"namespace {space} {{ {declaration} }}") : outer is null && _declared.Add($"namespace {qualified.Left} {{ {declaration} }}");
        }

        var around = name.FirstAncestorOrSelf<NamespaceDeclarationSyntax>()?.Name.ToString();
        return _declared.Add(around is null ? declaration : $"namespace {around} {{ {declaration} }}");
    }

    private void Drop(Diagnostic error, Dictionary<int, CatalogueEntry> entryByLine)
    {
        if (!entryByLine.TryGetValue(error.Location.GetLineSpan().StartLinePosition.Line, out var entry) || !_left.Remove(entry))
            return;

        Dropped.Add(entry);
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text);
}
