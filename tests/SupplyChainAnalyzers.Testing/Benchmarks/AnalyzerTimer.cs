using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>
/// Times analyzers and the compiler, in time of the processor: what other programs take of the machine is left out. Each call
/// starts from a compilation of which nothing is bound.
/// </summary>
public static class AnalyzerTimer
{
    /// <summary>The time spent in the analyzers' own code, as the compiler's telemetry counts it, less what the processor did for others meanwhile.</summary>
    public static async Task<TimeSpan> AnalyzeAsync(ImmutableArray<DiagnosticAnalyzer> analyzers, CSharpCompilation compilation)
    {
        // One thread: time on a shared core is noise enough.
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var run = compilation.Clone().WithAnalyzers(analyzers, options);
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await run.GetAnalyzerDiagnosticsAsync();
        var ours = Math.Min(1, (Environment.CpuUsage.TotalTime - before) / clock.Elapsed);
        var spent = TimeSpan.Zero;
        foreach (var analyzer in analyzers)
            spent += (await run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;

        return spent * ours;
    }

    /// <summary>The time of binding and emitting without analyzers.</summary>
    public static TimeSpan Emit(CSharpCompilation compilation)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = compilation.Clone().Emit(Stream.Null);
        return result.Success ? Environment.CpuUsage.TotalTime - before : throw new InvalidOperationException($"the generated project does not compile: {result.Diagnostics[0]}");
    }

    /// <summary>The middle one; <paramref name="times"/> is sorted by it.</summary>
    public static TimeSpan Median(List<TimeSpan> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
