using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests;

/// <summary>Runs the analyzer where a test looks at more than ids and places.</summary>
internal static class Run
{
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(RuleTest test)
    {
        var solution = TestSolution.Create(test);
        return await TestSolution.DiagnosticsOfAsync(solution.Projects.First(), new ModelSupplyChainAnalyzer());
    }
}
