using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Testing.Catalogue;
using Xunit.Abstractions;

namespace SupplyChainAnalyzers.Analyzers.Tests.Apis;

/// <summary>Calls every overload of the catalogue through its stub and asks whether the analyzer recognises the symbol.</summary>
public sealed class CatalogueBindingTests(ITestOutputHelper output)
{
    private const double Wanted = 0.97;

    [Fact]
    public void Calls_of_the_catalogue_bind_and_are_recognised()
    {
        var missed = new List<string>();
        var total = 0;
        foreach (var assembly in CatalogueStubs.Assemblies.Append(null))
        {
            var entries = assembly is null ? [.. ApiCatalogue.Entries.Where(static entry => entry.Package == "BCL")] : CatalogueStubs.EntriesOf(assembly);
            total += entries.Count;
            missed.AddRange(Missed(assembly, entries));
        }

        var share = 1 - ((double)missed.Count / total);
        output.WriteLine($"{share:P2} of {total} bind");
        missed.ForEach(output.WriteLine);
        Assert.True(share >= Wanted, $"only {share:P2} bind: {string.Join(", ", missed)}");
    }

    private static IEnumerable<string> Missed(string? assembly, IReadOnlyList<CatalogueEntry> entries)
    {
        var stubs = assembly is null ? [] : CatalogueStubs.For(assembly);
        var tree = CSharpSyntaxTree.ParseText(CatalogueCalls.Write(entries));
        var compilation = CSharpCompilation.Create(
            "Calls", [tree], PlatformReferences.All.Concat(stubs), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var model = compilation.GetSemanticModel(tree);
        var everything = new ApiIndex(ApiTable.Shared, [new EveryMember()]);
        var apis = KnownModelApis.For(compilation, everything)!;
        var methods = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            var node = methods[i].ExpressionBody!.Expression;
            var symbol = model.GetSymbolInfo(node is AssignmentExpressionSyntax assignment ? assignment.Left : node).Symbol;
            var member = symbol switch
            {
                IMethodSymbol method => apis.FindMethod(method, null),
                IPropertySymbol property => apis.FindProperty(property),
                _ => null,
            };
            if (member is null || member.Name != entries[i].MemberName)
                yield return $"{entries[i]} -> {symbol?.ToDisplayString() ?? "no symbol"}";
        }
    }
}
