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

    /// <summary>
    /// Analyzes files from <paramref name="start"/> on. A file that the compiler itself cannot bind is left out, and counted: only then are
    /// the others looked at.
    /// </summary>
    public static async Task<FuzzFindings> RunAsync(long start, int count)
    {
        try
        {
            return await AnalyzeAsync(start, count);
        }
        catch (Exception exception) when (IsOfTheCompiler(exception))
        {
            if (count == 1)
                return CompilerThrows(start) ? FuzzFindings.NotCompiled : new FuzzFindings(new Dictionary<string, long>(), [exception.ToString()], 0);

            var half = count / 2;
            return (await RunAsync(start, half)).With(await RunAsync(start + half, count - half));
        }
    }

    private static async Task<FuzzFindings> AnalyzeAsync(long start, int count)
    {
        var compilation = Compile(start, count);
        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            Options(start), (exception, _, _) => { lock (thrown) thrown.Add(exception); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        if (thrown.Find(IsOfTheCompiler) is { } own)
            throw new InvalidOperationException("the compiler threw while it answered an analyzer", own);

        return new FuzzFindings(
            diagnostics.GroupBy(static diagnostic => diagnostic.Id).ToDictionary(static rule => rule.Key, static rule => (long)rule.Count()),
            [.. thrown.Select(static exception => exception.ToString())],
            0);
    }

    // An analyzer that makes the compiler throw, where it would not by itself, is at fault.
    private static bool CompilerThrows(long number)
    {
        try
        {
            Compile(number, 1).GetDiagnostics();
            return false;
        }
        catch (Exception exception) when (IsOfTheCompiler(exception))
        {
            return true;
        }
    }

    private static CSharpCompilation Compile(long start, int count) => CSharpCompilation.Create(
        "Mutants",
        Enumerable.Range(0, count).Select(i => Tree(start + i)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    // Where it was thrown decides, not who called.
    private static bool IsOfTheCompiler(Exception exception) =>
        (exception.InnerException ?? exception) is var first && first.StackTrace?.Split('\n')[0].Contains(" Microsoft.CodeAnalysis.CSharp.", StringComparison.Ordinal) == true;

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
