using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Testing.Catalogue;

namespace SupplyChainAnalyzers.Testing.Verification;

/// <summary>A test as a solution of the compiler platform, and its diagnostics.</summary>
public static class TestSolution
{
    /// <summary>The solution of <paramref name="test"/>, from its sources or from the fixed ones.</summary>
    public static Solution Create(RuleTest test, bool isFixed = false)
    {
        using var workspace = new AdhocWorkspace();
        var solution = workspace.CurrentSolution;
        foreach (var project in test.Files().GroupBy(static file => Path.GetDirectoryName(file.Path)!))
        {
            var id = ProjectId.CreateNewId();
            var kind = test.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
            var name = "Test" + project.Key.TrimStart('/');
            solution = solution.AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, name, name, LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(kind, allowUnsafe: true),
                parseOptions: new CSharpParseOptions(test.LanguageVersion),
                metadataReferences: PlatformReferences.All.Concat(CatalogueStubs.For(test.Stubs))));
            foreach (var file in project)
                solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(file.Path), Text(Markup.Parse(isFixed ? file.Fixed : file.Source).Text), filePath: file.Path);

            solution = solution
                .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".editorconfig", Text(test.EditorConfigText), filePath: "/.editorconfig")
                .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", Text(test.GlobalConfigText), filePath: "/.globalconfig");
            if (test.Lock is not null)
                solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), "models.lock", Text(test.Lock), filePath: RuleTest.LockPath);

            if (test.Policy is not null)
                solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), "models.policy.json", Text((isFixed ? test.PolicyFixed : null) ?? test.Policy), filePath: RuleTest.PolicyPath);
        }

        return solution;
    }

    /// <summary>What the analyzer reports in one project; an exception in it fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsOfAsync(Project project, DiagnosticAnalyzer analyzer)
    {
        var compilation = (await project.GetCompilationAsync())!;
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: (exception, _, _) => thrown = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync();
        return thrown is null ? diagnostics : throw new InvalidOperationException("the analyzer threw", thrown);
    }

    private static SourceText Text(string text) => SourceText.From(text, System.Text.Encoding.UTF8);
}
