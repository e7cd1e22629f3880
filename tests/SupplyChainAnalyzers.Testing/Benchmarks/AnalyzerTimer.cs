using System.Collections.Immutable;
using System.Runtime;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>
/// Times analyzers and the compiler, in time of the processor: what other programs take of the machine is left out. Each turn
/// starts from a compilation of which nothing is bound, on a heap without garbage, and runs without a collection where the memory
/// allows it: whose turn a collection falls into is chance. What is allocated is counted instead.
/// </summary>
internal static class AnalyzerTimer
{
    // More than the analyzer's own work allocates, and a whole look. To make room takes the runtime far longer the more it is.
    private const long OwnRoom = 64L << 20;
    private const long LookRoom = 1L << 30;

    /// <summary>The analyzer's own work: its start, and all that the compiler asks of it, done in one go after everything is bound.</summary>
    public static async Task<AnalyzerTurn> OwnAsync(DiagnosticAnalyzer analyzer, CSharpCompilation compilation)
    {
        var record = new RecordedActions();
        var run = With([new RecordingAnalyzer(analyzer, record)], compilation);
        await run.GetAnalyzerDiagnosticsAsync();
        var turn = Measure(record.Run, OwnRoom);
        return turn with { Time = turn.Time + record.Start };
    }

    /// <summary>A whole look by the compiler: parsing is done, binding is part of it.</summary>
    public static AnalyzerTurn Look(ImmutableArray<DiagnosticAnalyzer> analyzers, CSharpCompilation compilation)
    {
        var run = With(analyzers, compilation);
        return Measure(() => run.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult(), LookRoom);
    }

    /// <summary>Binding and emitting without analyzers.</summary>
    public static AnalyzerTurn Emit(CSharpCompilation compilation)
    {
        var fresh = compilation.Clone();
        return Measure(() =>
        {
            var result = fresh.Emit(Stream.Null);
            if (!result.Success)
                throw new InvalidOperationException($"the generated project does not compile: {result.Diagnostics[0]}");
        }, LookRoom);
    }

    // One thread: time on a shared core is noise enough.
    private static CompilationWithAnalyzers With(ImmutableArray<DiagnosticAnalyzer> analyzers, CSharpCompilation compilation) => compilation.Clone().WithAnalyzers(
        analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

    private static AnalyzerTurn Measure(Action work, long room)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var isQuiet = GC.TryStartNoGCRegion(room);
        var (collections, bytes, time) = (GC.CollectionCount(0), GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        work();
        var turn = new AnalyzerTurn(Environment.CpuUsage.TotalTime - time, GC.GetTotalAllocatedBytes(precise: true) - bytes, GC.CollectionCount(0) - collections);
        if (isQuiet && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            GC.EndNoGCRegion();

        return turn;
    }
}
