using System.Diagnostics;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>One input, scanned as a file would be. A fault is any exception, more time or more memory than any small file may cost.</summary>
internal static class FuzzTrial
{
    /// <summary>
    /// How the fault of much memory begins. What was allocated in all is cheap to know and more than what was held at once: whether the
    /// scanner stays within its limit is to be asked of a process.
    /// </summary>
    public const string Allocated = "it allocated";

    private const long MaxAllocated = 256L << 20;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    /// <summary>What went wrong; null when nothing did.</summary>
    public static string? Run(byte[] input, string name)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        try
        {
            ContentScanner.Scan(new MemorySource(input), ScanContext.ForFile(name, new FindingSink(), Neighbours.None));
        }
        catch (Exception e)
        {
            return e.ToString();
        }

        if (GC.GetAllocatedBytesForCurrentThread() - allocated is var bytes && bytes > MaxAllocated)
            return $"{Allocated} {bytes >> 20} MiB";

        return watch.Elapsed > MaxTime && !IsFast(input, name) ? $"it took {watch.Elapsed.TotalSeconds:0.0} s" : null;
    }

    // A busy machine makes anything slow once; what is slow three times is slow.
    private static bool IsFast(byte[] input, string name) => Enumerable.Range(0, 2).Any(_ =>
    {
        var watch = Stopwatch.StartNew();
        ContentScanner.Scan(new MemorySource(input), ScanContext.ForFile(name, new FindingSink(), Neighbours.None));
        return watch.Elapsed <= MaxTime;
    });
}
