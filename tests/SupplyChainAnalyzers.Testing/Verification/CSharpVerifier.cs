using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
#if ANALYZER_TESTING_NUGET
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using SupplyChainAnalyzers.Testing.Catalogue;
#endif

namespace SupplyChainAnalyzers.Testing.Verification;

#pragma warning disable CA1000 // static members of a generic type: the shape of the library this stands for

/// <summary>
/// Verifies an analyzer and its code fix. The shape is that of Microsoft.CodeAnalysis.Testing, which takes the place of our own
/// engine with <c>-p:AnalyzerTesting=NuGet</c>, where a feed has it: this file is all that knows of the two.
/// </summary>
public static class CSharpVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
#if ANALYZER_TESTING_NUGET
    /// <summary>Expects exactly what the markup of <paramref name="test"/> says.</summary>
    public static Task VerifyAnalyzerAsync(RuleTest test) => Configure(new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>(), test).RunAsync();

    /// <summary>Expects the same, and the fixed sources after single fixes and after Fix All.</summary>
    public static Task VerifyCodeFixAsync(RuleTest test)
    {
        var fix = new CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier> { NumberOfIncrementalIterations = -100 };
        foreach (var file in test.Files().Where(static file => file.Path != RuleTest.OtherProjectPath))
            fix.FixedState.Sources.Add((file.Path, file.Fixed));

        if (test.PolicyFixed is not null)
            fix.FixedState.AdditionalFiles.Add((RuleTest.PolicyPath, test.PolicyFixed));

        return Configure(fix, test).RunAsync();
    }

    private static AnalyzerTest<DefaultVerifier> Configure(AnalyzerTest<DefaultVerifier> library, RuleTest test)
    {
        library.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        library.TestState.AdditionalReferences.AddRange(PlatformReferences.All.Concat(CatalogueStubs.For(test.Stubs)));
        library.TestState.OutputKind = test.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        foreach (var file in test.Files().Where(static file => file.Path != RuleTest.OtherProjectPath))
            library.TestState.Sources.Add((file.Path, file.Source));

        library.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", test.EditorConfigText));
        library.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", test.GlobalConfigText));
        if (test.Lock is not null)
            library.TestState.AdditionalFiles.Add((RuleTest.LockPath, test.Lock));

        if (test.Policy is not null)
            library.TestState.AdditionalFiles.Add((RuleTest.PolicyPath, test.Policy));

        if (test.IgnoreCompilerErrors)
            library.CompilerDiagnostics = CompilerDiagnostics.None;

        library.SolutionTransforms.Add((solution, project) => solution.WithProjectParseOptions(project, new CSharpParseOptions(test.LanguageVersion)));
        return library;
    }
#else
    /// <summary>Expects exactly what the markup of <paramref name="test"/> says.</summary>
    public static Task VerifyAnalyzerAsync(RuleTest test) => DiagnosticCheck.RunAsync(TestSolution.Create(test), test, new TAnalyzer(), isFixed: false);

    /// <summary>Expects the same, and the fixed sources after single fixes and after Fix All.</summary>
    public static async Task VerifyCodeFixAsync(RuleTest test)
    {
        await VerifyAnalyzerAsync(test);
        await new FixCheck(test, new TAnalyzer(), new TCodeFix()).RunAsync();
    }
#endif
}
