using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Tests.Unpacking;

/// <summary>Bytes to be packed, and what comes out again.</summary>
internal static class Contents
{
    private const int MostOfAMutation = 4 << 20;

    /// <summary>Runs, repetitions, text and noise.</summary>
    public static byte[] Random(Random random, int most)
    {
        var bytes = new List<byte>();
        var length = random.Next(most);
        while (bytes.Count < length)
        {
            var count = random.Next(1, 400);
            switch (random.Next(4))
            {
                case 0:
                    bytes.AddRange(Enumerable.Repeat((byte)random.Next(256), count * 10));
                    break;
                case 1 when bytes.Count > 0:
                    var from = random.Next(bytes.Count);
                    bytes.AddRange(bytes.Skip(from).Take(count).ToArray());
                    break;
                case 2:
                    bytes.AddRange(Enumerable.Range(0, count).Select(_ => (byte)"etaoin shrdlu"[random.Next(13)]));
                    break;
                default:
                    var noise = new byte[count];
                    random.NextBytes(noise);
                    bytes.AddRange(noise);
                    break;
            }
        }

        return [.. bytes];
    }

    public static byte[] All(Unpacker unpacker)
    {
        using var stream = new MemoryStream();
        var step = new byte[7001];
        while (unpacker.Read(step) is > 0 and var count)
            stream.Write(step, 0, count);
        return stream.ToArray();
    }

    /// <summary>Changes some bytes, or cuts; reads until the end, the fault, or enough.</summary>
    public static void ReadMutated(byte[] packed, Random random, Func<ByteFeed, Unpacker> open)
    {
        var bytes = (byte[])packed.Clone();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        if (random.Next(4) == 0)
            bytes = bytes[..random.Next(bytes.Length)];

        try
        {
            var unpacker = open(new ByteFeed(new MemorySource(bytes), 0, bytes.Length));
            var step = new byte[5000];
            for (long total = 0; total < MostOfAMutation && unpacker.Read(step) is > 0 and var count;)
                total += count;
        }
        catch (DamagedFileException)
        {
            // The other honest answer.
        }
    }
}
