using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Testing.Catalogue;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>A project that has the generator: what the compiler sees of it.</summary>
internal sealed record GeneratorProject
{
    public const string LockPath = "/repo/models.lock";

    /// <summary>Text of models.lock; null for a project without one.</summary>
    public string? Lock { get; init; }

    /// <summary>Code beside the generated one.</summary>
    public string Source { get; init; } = "";

    /// <summary>SupplyChainGenerate.</summary>
    public string? Generate { get; init; } = "true";

    /// <summary>SupplyChainGenerateNamespace.</summary>
    public string? Namespace { get; init; } = "App";

    public string? RootNamespace { get; init; }

    /// <summary>Lines <c>path in the lock|path in the output</c>.</summary>
    public string[] Copies { get; init; } = [];

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>netstandard2.0 in place of the platform the tests run on.</summary>
    public bool IsNetStandard { get; init; }

    public CSharpParseOptions ParseOptions => new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose)
        .WithPreprocessorSymbols(IsNetStandard ? "NETSTANDARD2_0" : "NET8_0_OR_GREATER");

    public TestOptions Options => new(new()
    {
        ["build_property.SupplyChainGenerate"] = Generate,
        ["build_property.SupplyChainGenerateNamespace"] = Namespace,
        ["build_property.RootNamespace"] = RootNamespace,
        ["build_property._SupplyChainCopies"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Copies))),
    });

    public IEnumerable<AdditionalText> AdditionalFiles => Lock is null ? [] : [new TestText(LockPath, SourceText.From(Lock, System.Text.Encoding.UTF8))];

    /// <summary>The project before generation. Every warning is on, and an error.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "App",
        [CSharpSyntaxTree.ParseText(Source, ParseOptions, "/repo/App/Source.cs", System.Text.Encoding.UTF8)],
        IsNetStandard ? NetStandardReferences.All : PlatformReferences.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, generalDiagnosticOption: ReportDiagnostic.Error));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ModelFilesGenerator().AsSourceGenerator()],
        AdditionalFiles,
        ParseOptions,
        Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator once.</summary>
    public GeneratorRun Run()
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Compile(), out var compilation, out var diagnostics);
        return new GeneratorRun(driver.GetRunResult().Results.Single(), (CSharpCompilation)compilation, diagnostics);
    }
}
