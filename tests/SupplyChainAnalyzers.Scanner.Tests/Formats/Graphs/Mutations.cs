using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;

/// <summary>Seeded mutations of real files: flipped bytes, lying lengths, cut, doubled and moved pieces.</summary>
internal static class Mutations
{
    private static readonly byte[] Edges = [0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0x0A, 0x08];

    /// <summary>Calls <paramref name="scan"/> with each mutation; the two ways a scanner gives up are fine, all else is a fault.</summary>
    public static void Run(IReadOnlyList<byte[]> seeds, int rounds, Action<byte[]> scan)
    {
        var random = new Random(5);
        for (var round = 0; round < rounds; round++)
        {
            var bytes = Mutate(seeds[random.Next(seeds.Count)], seeds[random.Next(seeds.Count)], random);
            try
            {
                scan(bytes);
            }
            catch (Exception e) when (e is DamagedFileException or LimitExceededException)
            {
                continue;
            }
            catch (Exception e)
            {
                Assert.Fail($"round {round}: {e}\n{Convert.ToHexString(bytes)}");
            }
        }
    }

    private static byte[] Mutate(byte[] seed, byte[] other, Random random)
    {
        var bytes = seed.ToList();
        for (var edits = random.Next(1, 6); edits > 0 && bytes.Count > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            var count = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = Edges[random.Next(Edges.Length)];
                    break;
                case 2:
                    bytes.RemoveRange(at, count);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                case 4:
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other[from..Math.Min(other.Length, from + count)]);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
