using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Declarations;
using SupplyChainAnalyzers.Testing;
using SupplyChainAnalyzers.Testing.Catalogue;
using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests.Samples;

/// <summary>samples/EveryRule as its project builds it: an assembly for each stand-in, all examples in one compilation, its models.lock and policy.</summary>
internal static class EveryRuleSample
{
    public static readonly string Folder = RepositoryFiles.PathOf("samples/EveryRule");

    private static readonly Lazy<Task<ImmutableArray<Diagnostic>>> Found = new(static () => AnalyzeAsync("models.lock"));

    /// <summary>Names of the C# examples, which are ids of rules.</summary>
    public static IEnumerable<string> Examples => Directory.GetFiles(Folder, "*.cs").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    /// <summary>What the compiler and the analyzers say.</summary>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync() => Found.Value;

    /// <summary>The same with another lock, or with the policy and the code of a folder inside it.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string models, string? folder = null)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var standIns = Directory.GetFiles(Path.Combine(Folder, "Packages"), "*.cs").Select(path =>
            CSharpCompilation.Create(Path.GetFileNameWithoutExtension(path), [Parse(path)], PlatformReferences.All, options).ToMetadataReference());
        var compilation = CSharpCompilation.Create(
            "EveryRule", Examples.Select(static name => Path.Combine(Folder, name + ".cs")).Concat(folder is null ? [] : Directory.GetFiles(Path.Combine(Folder, folder), "*.cs")).Select(Parse), PlatformReferences.All.Concat(standIns), options);

        // The lock lies in the project's own folder; what the project ships is told as the build tells it, and is nothing.
        var test = new RuleTest
        {
            Source = "",
            Lock = await File.ReadAllTextAsync(Path.Combine(Folder, models)),
            Policy = await File.ReadAllTextAsync(Path.Combine(Folder, folder ?? "", "models.policy.json")),
            Properties = new Dictionary<string, string> { ["ProjectDir"] = "/0/", ["_SupplyChainItems"] = Convert.ToBase64String("none"u8) },
        };
        var analyzerOptions = TestSolution.Create(test).Projects.Single().AnalyzerOptions;
        var found = await compilation
            .WithAnalyzers([new ModelSupplyChainAnalyzer(), new DeclarationAnalyzer()], new CompilationWithAnalyzersOptions(analyzerOptions, null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        return [.. found, .. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    private static SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview), path);
}
