using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SupplyChainAnalyzers.Analyzers.Locks;

namespace SupplyChainAnalyzers.Generator;

/// <summary>
/// Writes <c>ModelFiles</c>: typed accessors for the files of models.lock that hand out verified bytes, streams and paths. Nothing is
/// generated unless the project sets SupplyChainGenerate. Reads the lock and the project's properties only, so an edit of source
/// code costs nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelFilesGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps, for tests of what is cached.</summary>
    internal const string LockStep = "Lock";
    internal const string SettingsStep = "Settings";
    internal const string PlanStep = "Plan";
    internal const string SupportStep = "Support";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var locks = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => FileRole.Is(pair.Left, FileRole.Lock, pair.Right))
            .Select(static (pair, cancellation) => LockText.Of(pair.Left, cancellation))
            .WithTrackingName(LockStep)
            .Collect();
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => Settings.Read(options))
            .WithTrackingName(SettingsStep);
        var dialect = context.ParseOptionsProvider
            .Select(static (options, _) => new Dialect(((CSharpParseOptions)options).LanguageVersion >= LanguageVersion.CSharp8));

        var plan = locks.Combine(settings)
            .Select(static (pair, _) => Planner.Make(pair.Left, pair.Right))
            .WithTrackingName(PlanStep);
        var support = plan.Select(static (plan, _) => plan is { IsUsable: true } ? plan.Namespace : null)
            .Combine(dialect)
            .WithTrackingName(SupportStep);

        context.RegisterSourceOutput(support, static (output, pair) => SupportSources.Write(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(plan.Combine(dialect), static (output, pair) => Write(output, pair.Left, pair.Right));
    }

    private static void Write(SourceProductionContext output, Plan? plan, Dialect dialect)
    {
        if (plan is null)
            return;

        foreach (var problem in plan.Problems)
            output.ReportDiagnostic(problem.ToDiagnostic());

        if (plan.IsUsable)
            output.AddSource("ModelFiles.g.cs", new ModelFilesWriter(dialect).Write(plan));
    }
}
