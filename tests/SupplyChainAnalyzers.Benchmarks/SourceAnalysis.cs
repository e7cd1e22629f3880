using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers;
using SupplyChainAnalyzers.Testing.Catalogue;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Runs the analyzer over folders of C# sources, each as one project that references every stub assembly, and lists what it
/// finds: for a look at real code, which is judged by hand.
/// </summary>
internal static class SourceAnalysis
{
    // What the SDK puts before every file of a new project.
    private const string ImplicitUsings =
        """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly string[] Skipped = ["bin", "obj", ".git"];

    public static int Run(IReadOnlyList<string> folders)
    {
        foreach (var folder in folders)
            RunOne(Path.GetFullPath(folder)).GetAwaiter().GetResult();

        return 0;
    }

    private static async Task RunOne(string folder)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Intersect(Skipped).Any())
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, Path.GetRelativePath(folder, file)))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, options))
            .ToList();
        var compilation = CSharpCompilation.Create(
            "Sources", trees, PlatformReferences.All.Concat(CatalogueStubs.For(CatalogueStubs.Assemblies)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

        var failures = new List<string>();
        var run = compilation.WithAnalyzers(
            [new ModelSupplyChainAnalyzer()],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => { lock (failures) failures.Add(exception.ToString()); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var found = await run.GetAnalyzerDiagnosticsAsync();

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n== {Path.GetFileName(folder)}: {trees.Count - 1} files, {found.Length} findings"));
        foreach (var diagnostic in found.OrderBy(static item => item.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(static item => item.Location.SourceSpan))
        {
            var place = diagnostic.Location.GetLineSpan();
            var line = (await diagnostic.Location.SourceTree!.GetTextAsync()).Lines[place.StartLinePosition.Line].ToString().Trim();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place.Path}({place.StartLinePosition.Line + 1}): {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n    {line}"));
        }

        foreach (var failure in failures)
            Console.WriteLine(failure);
    }
}
