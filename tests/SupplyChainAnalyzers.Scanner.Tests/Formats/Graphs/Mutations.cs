using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;

/// <summary>Seeded mutations of real files: flipped bytes, lying lengths, cut, doubled and moved pieces.</summary>
internal static class Mutations
{
    private static readonly byte[] Edges = [0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0x0A, 0x08];

    /// <summary>Calls <paramref name="scan"/> with each mutation; the two ways a scanner gives up are fine, all else is a fault. Without seeds, with any <see cref="Message"/>.</summary>
    public static void Run(IReadOnlyList<byte[]> seeds, int rounds, Action<byte[]> scan)
    {
        var random = new Random(5);
        for (var round = 0; round < rounds; round++)
        {
            var bytes = seeds.Count == 0 ? Message(random, random.Next(1, 9)) : Mutate(seeds[random.Next(seeds.Count)], seeds[random.Next(seeds.Count)], random);
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

    /// <summary>Well-formed protobuf with fields of any number and kind: what mutations of real files rarely become.</summary>
    public static byte[] Message(Random random, int depth)
    {
        var message = new ProtoBuilder();
        for (var fields = random.Next(6); fields > 0; fields--)
        {
            var field = random.Next(10) == 0 ? random.Next(1, 600) : random.Next(1, 27);
            switch (random.Next(6))
            {
                case 0:
                    message.Number(field, random.Next(4) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : random.Next(30));
                    break;
                case 1:
                    message.Text(field, Words[random.Next(Words.Length)]);
                    break;
                case 2:
                    message.Float(field, random.NextSingle());
                    break;
                default:
                    message.Data(field, depth == 0 ? [] : Message(random, depth - 1));
                    break;
            }
        }

        return message.Bytes;
    }

    private static readonly string[] Words = ["Relu", "PyOp", "location", "../x", "value", "{\"class_name\": \"Lambda\"}", "ReadFile", "\0", "", "module"];

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
