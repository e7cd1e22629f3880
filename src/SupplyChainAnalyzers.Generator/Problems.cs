using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Generator;

/// <summary>What the generator can report.</summary>
internal static class Problems
{
    // The text comes whole: it holds names out of the lock, which must not become a format.
    public static readonly DiagnosticDescriptor NoAccessors = Descriptors.From(Rules.AccessorsNotGenerated, "{0}");
    public static readonly DiagnosticDescriptor NameTaken = Descriptors.From(Rules.AccessorNameTaken, "{0}");

    public static Diagnostic ToDiagnostic(this Problem problem) =>
        Diagnostic.Create(problem.IsFatal ? NoAccessors : NameTaken, problem.Location, problem.Message);
}
