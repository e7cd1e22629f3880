using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers;
using SupplyChainAnalyzers.Testing.Catalogue;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>
/// Runs the analyzer over folders of C# sources, project by project, each with every stub assembly, and lists what it finds: for
/// a look at real code, which is judged by hand.
/// </summary>
internal static class SourceAnalysis
{
    // What the SDK puts before every file of a new project.
    private const string ImplicitUsings =
        """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);
    // Stands for what the tests run on, which tells the analyzer a project of tests.
    private static readonly MetadataReference TestFramework = CSharpCompilation.Create("xunit").ToMetadataReference();
    private static readonly IReadOnlyList<MetadataReference> Packages = [.. PlatformReferences.All, .. CatalogueStubs.For(CatalogueStubs.Assemblies)];

    public static int Run(IReadOnlyList<string> folders)
    {
        foreach (var folder in folders)
            RunOne(Path.GetFullPath(folder)).GetAwaiter().GetResult();

        return 0;
    }

    private static async Task RunOne(string folder)
    {
        var lines = new List<string>();
        var compiled = new Dictionary<string, Compilation>();
        var projects = SourceProject.In(folder);
        foreach (var project in projects)
        {
            var compilation = Compile(project, folder, compiled);
            compiled.Add(project.Name, compilation);
            await Analyze(compilation, lines);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\n== {Path.GetFileName(folder)}: {projects.Count} projects, {projects.Sum(static project => project.Files.Count)} files, {lines.Count} findings"));
        foreach (var line in lines.Order(StringComparer.Ordinal))
            Console.WriteLine(line);
    }

    private static CSharpCompilation Compile(SourceProject project, string folder, Dictionary<string, Compilation> compiled)
    {
        var trees = project.Files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Parsing, Path.GetRelativePath(folder, file)))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, Parsing))
            .ToList();
        // An executable where there are statements outside of types: else they are an error.
        var kind = trees.Exists(static tree => tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any()) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return CSharpCompilation.Create(
            project.Name,
            trees,
            [.. Packages, .. Needed(project, compiled).Select(static reference => reference.ToMetadataReference()), .. project.IsTest ? [TestFramework] : Array.Empty<MetadataReference>()],
            new CSharpCompilationOptions(kind, allowUnsafe: true));
    }

    // What a project refers to, it gets with all that is behind it.
    private static IEnumerable<Compilation> Needed(SourceProject project, Dictionary<string, Compilation> compiled) =>
        project.References.Where(compiled.ContainsKey).SelectMany(name => compiled[name].References.OfType<CompilationReference>().Select(static reference => reference.Compilation).Append(compiled[name])).Distinct();

    private static async Task Analyze(CSharpCompilation compilation, List<string> lines)
    {
        var run = compilation.WithAnalyzers(
            [new ModelSupplyChainAnalyzer()],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => { lock (lines) lines.Add(exception.ToString()); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        foreach (var diagnostic in await run.GetAnalyzerDiagnosticsAsync())
        {
            var place = diagnostic.Location.GetLineSpan();
            var text = (await diagnostic.Location.SourceTree!.GetTextAsync()).Lines[place.StartLinePosition.Line].ToString().Trim();
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{place.Path}({place.StartLinePosition.Line + 1}): {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n    {text}"));
        }
    }
}
