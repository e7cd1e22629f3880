using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>Takes what an analyzer registers for one compilation: operations and semantic models, which is all that ours looks at.</summary>
#pragma warning disable RS1012 // What is registered is registered by the analyzer in front.
internal sealed class RecordingStart(CompilationStartAnalysisContext compiler, RecordedActions? record)
#pragma warning restore RS1012
    : CompilationStartAnalysisContext(compiler.Compilation, compiler.Options, compiler.CancellationToken)
{
    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) =>
        compiler.RegisterSemanticModelAction(record?.Later(action) ?? (static _ => { }));

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
        compiler.RegisterOperationAction(record?.Later(action) ?? (static _ => { }), operationKinds);

    public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => throw new NotSupportedException();

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => throw new NotSupportedException();

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw new NotSupportedException();

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw new NotSupportedException();

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw new NotSupportedException();

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw new NotSupportedException();
}
