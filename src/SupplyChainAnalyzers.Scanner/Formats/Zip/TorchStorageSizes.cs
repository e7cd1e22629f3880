using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>
/// A torch archive says in its pickle how many elements each storage has, and holds the elements elsewhere. Loaders before
/// torch 2.10 believe the pickle and read beyond the elements (CVE-2026-24747).
/// </summary>
internal static class TorchStorageSizes
{
    private const long MostOpcodes = 20_000_000;

    public static void Check(ZipMember pickle, IReadOnlyList<ZipRecord> entries, ScanContext context)
    {
        var folder = pickle.Name[..^"data.pkl".Length] + "data/";
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Name.StartsWith(folder, StringComparison.Ordinal))
                sizes[entry.Name[folder.Length..]] = Math.Min(entry.Size, sizes.GetValueOrDefault(entry.Name[folder.Length..], long.MaxValue));
        }

        var names = new PickleNames();
        var uses = new PickleUses(names)
        {
            Storage = (type, key, count) =>
            {
                if (sizes.TryGetValue(key, out var size) && LegacyTorch.ElementSize(type) is > 0 and var width && IsBeyond(count, width, size))
                    context.Within(pickle.Name).Report(Rules.ArrayHeader, $"claims more elements in the storage '{Printable.Of(key, 40)}' than its {size} bytes hold, so that a loader reads beyond them (CVE-2026-24747); do not load it", severity: Severity.High, symbol: key);
            },
        };
        var machine = new PickleMachine(pickle.Content, names, uses);
        uses.Heap = machine.Heap;
        try
        {
            machine.Run(0, MostOpcodes);
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            // The pickle scanner said so; what came before the fault was compared.
        }
    }

    // A count that needs more than 31 bits is not known here: then there must be as many elements at least.
    private static bool IsBeyond(long count, int width, long size) => count < 0 ? size / width <= int.MaxValue : count > size / width;
}
