using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;

namespace SupplyChainAnalyzers.Analyzers;

/// <summary>
/// Watches calls, creations and assignments for members that load, download or name models, and asks the rules about them. One
/// analyzer for all rules: a call is recognised once, whatever the number of rules. A compilation that references nothing of
/// interest registers nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelSupplyChainAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ModelRules.AllDescriptors;

    /// <summary>Told about every compilation that is looked at; for tests.</summary>
    internal Action<KnownModelApis?>? Started { get; init; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Razor arrives as generated code; the rest of it is left out where it is met.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        var apis = KnownModelApis.For(context.Compilation, ModelRules.Index);
        Started?.Invoke(apis);
        if (apis is null)
            return;

        var project = new ProjectFacts(context.Compilation, context.Options, apis);
        var reader = new SinkReader(project);
        context.RegisterSemanticModelAction(project.Written.Read);
        if (apis.Names.Methods.Count > 0 || apis.Names.CreatedTypes.Count > 0)
        {
            context.RegisterOperationAction(reader.ReadInvocation, OperationKind.Invocation);
            context.RegisterOperationAction(reader.ReadInvalid, OperationKind.Invalid);
        }

        if (apis.Names.CreatedTypes.Count > 0)
            context.RegisterOperationAction(reader.ReadCreation, OperationKind.ObjectCreation);

        if (apis.Names.Properties.Count > 0)
            context.RegisterOperationAction(reader.ReadAssignment, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment);
    }
}
