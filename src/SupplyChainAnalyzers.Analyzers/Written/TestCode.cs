using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SupplyChainAnalyzers.Analyzers.Written;

/// <summary>Files of tests that stand in a project of the application: their addresses are samples.</summary>
internal static class TestCode
{
    private static readonly HashSet<string> Frameworks = new(StringComparer.Ordinal) { "Xunit", "NUnit.Framework", "Microsoft.VisualStudio.TestTools.UnitTesting", "TUnit.Core" };
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal) { "Fact", "Theory", "Test", "TestCase", "TestMethod", "DataTestMethod" };

    public static bool Holds(SyntaxNode literal, CancellationToken cancellation) =>
        (literal.SyntaxTree.GetRoot(cancellation) is CompilationUnitSyntax file && file.Usings.Any(static directive => directive.Name is { } name && Frameworks.Contains(name.ToString())))
        || (literal.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => Attributes.Contains(attribute.Name.ToString())));
}
