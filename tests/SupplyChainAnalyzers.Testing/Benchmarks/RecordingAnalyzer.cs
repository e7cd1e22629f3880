using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>
/// Stands before an analyzer and registers what it registers, but does nothing when asked other than to note it. Without notes it
/// is the empty analyzer that costs what the compiler spends on handing out the same actions.
/// </summary>
#pragma warning disable RS1001, RS1036 // Made for one analyzer, in a test; no compiler finds it by itself.
internal sealed class RecordingAnalyzer(DiagnosticAnalyzer analyzer, RecordedActions? record) : DiagnosticAnalyzer
#pragma warning restore RS1001, RS1036
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => analyzer.SupportedDiagnostics;

#pragma warning disable RS1025, RS1026 // The analyzer behind says so itself.
    public override void Initialize(AnalysisContext context) => analyzer.Initialize(new RecordingContext(context, record));
#pragma warning restore RS1025, RS1026
}
