using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Testing.Catalogue;
using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests.Fuzz;

/// <summary>Runs every analyzer over damaged code, some hundred files to a compilation; the number of a file says what is in it.</summary>
internal static class AnalyzerFuzzer
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [.. typeof(ModelSupplyChainAnalyzer).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    private static readonly IReadOnlyList<MetadataReference> References = [.. PlatformReferences.All, .. CatalogueStubs.For(CatalogueStubs.Assemblies)];

    /// <summary>Analyzes files from <paramref name="start"/> on; what it found, by rule, and what was thrown.</summary>
    public static async Task<(IReadOnlyDictionary<string, int> Found, IReadOnlyList<string> Thrown)> RunAsync(long start, int count)
    {
        var trees = Enumerable.Range(0, count).Select(i => Tree(start + i));
        var compilation = CSharpCompilation.Create("Mutants", trees, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        var thrown = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            Options(start), (exception, _, _) => { lock (thrown) thrown.Add(exception.ToString()); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return (diagnostics.GroupBy(static diagnostic => diagnostic.Id).ToDictionary(static rule => rule.Key, static rule => rule.Count()), thrown);
    }

    /// <summary>The file of a number.</summary>
    public static string Source(long number)
    {
        var random = new Random(unchecked((int)(number * 2_654_435_761)));
        return CodeMutation.Apply(FuzzSeeds.Next(random, number), random);
    }

    private static SyntaxTree Tree(long number) =>
        CSharpSyntaxTree.ParseText(SourceText.From(Source(number), System.Text.Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Preview), $"/0/File{number}.cs");

    // Every other lock is damaged too.
    private static AnalyzerOptions Options(long start)
    {
        var text = TestLock.Hub();
        var random = new Random((int)(start % int.MaxValue));
        var test = new RuleTest { Source = "", Lock = random.Next(2) == 0 ? text : text[..random.Next(text.Length)] + text[random.Next(text.Length)..] };
        return TestSolution.Create(test).Projects.Single().AnalyzerOptions;
    }
}
