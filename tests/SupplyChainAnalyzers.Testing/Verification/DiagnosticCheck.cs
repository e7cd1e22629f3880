using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace SupplyChainAnalyzers.Testing.Verification;

/// <summary>Compares what analyzer and compiler report with what the markup expects.</summary>
internal static class DiagnosticCheck
{
    public static async Task RunAsync(Solution solution, RuleTest test, DiagnosticAnalyzer analyzer, bool isFixed)
    {
        var expected = new List<string>();
        foreach (var file in test.Files())
        {
            foreach (var (id, span) in Markup.Parse(isFixed ? file.Fixed : file.Source).Expected)
                expected.Add($"{file.Path} [{span.Start}..{span.End}) {id ?? analyzer.SupportedDiagnostics.Single().Id}");
        }

        var found = new List<(string Key, Diagnostic Diagnostic)>();
        foreach (var project in solution.Projects)
        {
            foreach (var diagnostic in await TestSolution.DiagnosticsOfAsync(project, analyzer))
                found.Add((Key(diagnostic), diagnostic));

            if (test.IgnoreCompilerErrors)
                continue;

            foreach (var error in (await project.GetCompilationAsync())!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                found.Add((Key(error), error));
        }

        expected.Sort(StringComparer.Ordinal);
        found.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        if (!expected.SequenceEqual(found.Select(static item => item.Key)))
            Assert.Fail($"{(isFixed ? "after the fix, " : "")}expected:\n  {string.Join("\n  ", expected)}\nfound:\n  {string.Join("\n  ", found.Select(Show))}");
    }

    private static string Key(Diagnostic diagnostic) =>
        $"{diagnostic.Location.SourceTree?.FilePath} [{diagnostic.Location.SourceSpan.Start}..{diagnostic.Location.SourceSpan.End}) {diagnostic.Id}";

    private static string Show((string Key, Diagnostic Diagnostic) item)
    {
        var place = item.Diagnostic.Location;
        return $"{item.Key} «{place.SourceTree?.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length)}» {item.Diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
