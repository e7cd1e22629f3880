namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>
/// Shares files out to scanner processes: as few starts as possible, and no process that works on alone while the others have
/// nothing left. Looks ahead no further than it must, so that a folder of any size is walked while it is scanned.
/// </summary>
internal static class ScanBatches
{
    /// <summary>Files of one batch: a start disappears in them.</summary>
    private const int MaxFiles = 1000;

    /// <summary>What a file costs whatever its size, in bytes that could be read meanwhile.</summary>
    private const long FileCost = 256 << 10;

    /// <summary>What a start costs, in the same unit: less work than this is not shared.</summary>
    private const long StartCost = 32 << 20;

    /// <summary>Batches for so many processes at once.</summary>
    public static IEnumerable<IReadOnlyList<ScanTarget>> Of(IEnumerable<ScanTarget> targets, int processes)
    {
        foreach (var ahead in targets.Chunk(processes * MaxFiles))
        {
            var share = Math.Max(StartCost, (ahead.Sum(CostOf) / processes) + 1);
            var batch = new List<ScanTarget>();
            var cost = 0L;
            foreach (var target in ahead)
            {
                batch.Add(target);
                cost += CostOf(target);
                if (cost < share && batch.Count < MaxFiles)
                    continue;

                yield return batch;
                (batch, cost) = ([], 0);
            }

            if (batch.Count > 0)
                yield return batch;
        }
    }

    private static long CostOf(ScanTarget target) => target.Size + FileCost;
}
