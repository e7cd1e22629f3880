using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Testing.Catalogue;

namespace SupplyChainAnalyzers.Analyzers.Tests.Sinks;

/// <summary>Counts what the reader of calls allocates on code that uses nothing of the table, with every package of it referenced.</summary>
internal static class MissPath
{
    // Names of the table on types of the user's own, too: those cost a look at the type.
    private const string Source =
        """
        using System.Collections.Generic;
        using System.Linq;
        class Own { public string ModelPath { get; set; } public object Load(string path) => path; public Own LoadFromFile(string path) => this; }
        class C
        {
            int _count;
            string M(List<int> list, Own own)
            {
                own.ModelPath = "a";
                own.LoadFromFile("b").Load("c");
                list.Add(1);
                _count = list.Where(item => item > 2).Select(item => item + 1).Sum();
                var text = new System.Text.StringBuilder();
                text.Append("d").Append(_count);
                var copy = new Own { ModelPath = text.ToString().Trim() };
                return string.Join(",", list) + copy.ModelPath.ToUpperInvariant();
            }
        }
        """;

    /// <summary>How many calls, creations and assignments were read, and the bytes that one more reading of all of them allocated.</summary>
    public static (int Operations, long Bytes) Measure()
    {
        var tree = CSharpSyntaxTree.ParseText(Source);
        var compilation = CSharpCompilation.Create(
            "MissPath", [tree], PlatformReferences.All.Concat(CatalogueStubs.For(CatalogueStubs.Assemblies)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var apis = KnownModelApis.For(compilation, ModelRules.Index)!;
        var options = new AnalyzerOptions([]);
        var reader = new SinkReader(new ProjectFacts(compilation, options, apis));
        var model = compilation.GetSemanticModel(tree);
#pragma warning disable CS0618 // A run of the compiler allocates by itself, and nobody could tell whose bytes they are.
        OperationAnalysisContext[] contexts = [.. tree.GetRoot().DescendantNodes()
            .Select(node => model.GetOperation(node))
            .OfType<IOperation>()
            .Where(static operation => operation is IInvocationOperation or IObjectCreationOperation or IAssignmentOperation)
            .Select(operation => new OperationAnalysisContext(
                operation, compilation.Assembly, compilation, options, static found => throw new InvalidOperationException(found.ToString()), static _ => true, CancellationToken.None))];
#pragma warning restore CS0618

        // The first readings look types up and compile the reader itself.
        for (var warmUp = 0; warmUp < 3; warmUp++)
            Read(reader, contexts);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(reader, contexts);
        return (contexts.Length, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Read(SinkReader reader, OperationAnalysisContext[] contexts)
    {
        foreach (var context in contexts)
        {
            switch (context.Operation.Kind)
            {
                case OperationKind.Invocation: reader.ReadInvocation(context); break;
                case OperationKind.ObjectCreation: reader.ReadCreation(context); break;
                default: reader.ReadAssignment(context); break;
            }
        }
    }
}
