using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Analyzers.Policies;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.Declarations;

/// <summary>
/// Says what is wrong inside models.lock and models.policy.json while they are edited, with the readers and the rules of the build. A
/// build that verifies says it itself, and takes these rules out of the compiler's (SupplyChain.Editor.targets).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    private static readonly ModelsPolicy NoPolicy = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DeclarationRules.All;

    /// <summary>Which exemptions have expired depends on the day; a test sets its own.</summary>
    internal Func<DateTime> Today { get; init; } = static () => DateTime.UtcNow;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Analyze);
    }

    private void Analyze(AdditionalFileAnalysisContext context)
    {
        var (file, options) = (context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider);
        if (FileRole.Is(file, FileRole.Lock, options))
            AnalyzeLock(context);
        else if (FileRole.Is(file, FileRole.Policy, options) || FileRole.Is(file, FileRole.PolicyBase, options))
            AnalyzePolicy(context);
    }

    private void AnalyzeLock(AdditionalFileAnalysisContext context)
    {
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;

        var result = LockTexts.Of(text, context.AdditionalFile.Path);
        Finding[] findings = [.. result.Value is { } models ? UnusedEntries.Find(models, context) : result.Errors];
        if (findings.Length > 0)
            Report(context, findings, PolicyReading.Find(context.Options)?.Policy);
    }

    private void AnalyzePolicy(AdditionalFileAnalysisContext context)
    {
        if (PolicyReading.Read(context.AdditionalFile, context.Options) is not { } reading)
            return;

        var requested = BuildMode.Requested(context.Options.AnalyzerConfigOptionsProvider);
        var notices = reading.Policy is { } policy ? new PolicyEvaluator(policy, requested).Notices(Today()) : [];
        // What stands in a file that is extended is said there.
        Report(context, reading.Errors.Concat(notices).Where(finding => finding.File == context.AdditionalFile.Path), reading.Policy);
    }

    private void Report(AdditionalFileAnalysisContext context, IEnumerable<Finding> findings, ModelsPolicy? policy)
    {
        var evaluator = new PolicyEvaluator(policy ?? NoPolicy, BuildMode.Requested(context.Options.AnalyzerConfigOptionsProvider));
        foreach (var finding in findings)
        {
            if (DeclarationRules.Find(finding.Rule) is not { } descriptor || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
                continue;

            context.ReportDiagnostic(Diagnostic.Create(
                descriptor,
                TextPlace.Of(context.AdditionalFile.Path, text, finding.Region),
                Descriptors.SeverityOf(evaluator.Decide(finding, Today()).Level),
                additionalLocations: null,
                properties: null,
                Printable.Message(finding.Message)));
        }
    }
}
