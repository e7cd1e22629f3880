using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Tests.Formats;

/// <summary>Whatever the bytes: an answer, the same one each time, no exception. Bounded, and seeded so that a failure repeats.</summary>
public sealed class FormatSnifferProperties
{
    private const int MutationsOfEachFile = 400;
    private const int RandomHeads = 20_000;

    [Fact]
    public void Random_bytes_have_a_format() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll<byte[], long>(static (bytes, size) =>
        FormatSniffer.Sniff(bytes, bytes.Length, size) is { } format && format == FormatSniffer.Sniff(bytes, bytes.Length, size)));

    [Fact]
    public void Mutated_files_have_a_format()
    {
        var random = new Random(20240501);
        foreach (var content in FormatData.Names.Select(FormatData.Read).Where(static content => content.Length > 0))
        {
            for (var i = 0; i < MutationsOfEachFile; i++)
            {
                var mutant = Mutate(content, random);
                Assert.Contains(FormatSniffer.Sniff(mutant, mutant.Length, random.Next(3) == 0 ? long.MaxValue : mutant.Length), ModelFormats.All);
            }
        }
    }

    [Fact]
    public void Random_data_is_hardly_ever_a_model()
    {
        // Weights without a header are such data.
        var random = new Random(7);
        var head = new byte[FormatSniffer.HeadLength];
        var models = 0;
        for (var i = 0; i < RandomHeads; i++)
        {
            random.NextBytes(head);
            models += FormatSniffer.Sniff(head, head.Length, 1 << 20).IsModel ? 1 : 0;
        }

        Assert.InRange(models, 0, 2);
    }

    [Fact]
    public void Long_runs_of_one_byte_are_survived()
    {
        // Every opcode, bracket and length repeated: what is quadratic or recursive would show here.
        for (var value = 0; value < 256; value++)
        {
            var head = Enumerable.Repeat((byte)value, FormatSniffer.HeadLength).ToArray();
            Assert.NotNull(FormatSniffer.Sniff(head, head.Length, long.MaxValue));
        }
    }

    private static byte[] Mutate(byte[] content, Random random)
    {
        var mutant = content.Take(FormatSniffer.HeadLength).ToArray();
        switch (random.Next(4))
        {
            case 0:
                return [.. mutant.Take(random.Next(mutant.Length + 1))];
            case 1:
                var at = random.Next(mutant.Length);
                return [.. mutant.Take(at), .. mutant.Skip(random.Next(mutant.Length))];
            default:
                for (var i = random.Next(1, 6); i > 0; i--)
                    mutant[random.Next(Math.Min(mutant.Length, 200))] = (byte)random.Next(256);
                return mutant;
        }
    }
}
