using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

/// <summary>Damaged real files: whatever they say, the scanner and the listing give an answer.</summary>
public class PickleFuzzTests
{
    private const int Rounds = 4000;

    private static readonly byte[][] Seeds = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "pickle"), "*", SearchOption.AllDirectories)
        .Where(static path => Path.GetExtension(path) is ".pkl" or ".joblib" or ".dill" or ".pt").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static readonly byte[] Telling = [.. "().0129FIJKLMNPQRSTUVXabcdeghijlmopqrstu]}"u8, 0, 1, 0x7f, 0x80, 0x81, 0x82, 0x85, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0xff];

    [Fact]
    public void Damaged_files_never_crash_the_scanner()
    {
        var random = new Random(20261121);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Damage(random, Seeds[random.Next(Seeds.Length)]);
            var scanned = Scanned.Bytes(bytes, "m.pkl");
            Assert.NotNull(scanned.Format);
            Assert.All(PickleListing.Lines(new MemorySource(bytes), 50).Take(200), static line => Assert.DoesNotContain('\n', line));
        }
    }

    private static byte[] Damage(Random random, byte[] seed)
    {
        var bytes = seed.ToList();
        for (var count = random.Next(1, 6); count > 0 && bytes.Count > 0; count--)
        {
            var at = random.Next(Math.Min(bytes.Count, random.Next(2) == 0 ? 400 : int.MaxValue));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 2:
                    bytes.Insert(at, Telling[random.Next(Telling.Length)]);
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 8), bytes.Count - at));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
