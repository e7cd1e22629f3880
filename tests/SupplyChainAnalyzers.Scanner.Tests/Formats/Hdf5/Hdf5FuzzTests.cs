using SupplyChainAnalyzers.Scanner.Tests.Formats.Keras;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Hdf5;

/// <summary>Damaged files of every kind end in a verdict, never in an exception.</summary>
public class Hdf5FuzzTests
{
    [Theory]
    [InlineData("shapes_earliest.h5", 300)]
    [InlineData("shapes_latest.h5", 300)]
    [InlineData("growing_latest.h5", 300)]
    [InlineData("sequential2_latest.h5", 300)]
    [InlineData("virtual.h5", 300)]
    [InlineData("external_data.h5", 300)]
    [InlineData("pickles.h5", 300)]
    [InlineData("lambda2.h5", 200)]
    [InlineData("sequential3.keras", 200)]
    public void Mutated_file_gets_a_verdict(string name, int rounds)
    {
        var original = KerasSample.Bytes(name);
        var random = new Random(name.Length * 1000 + rounds);
        for (var round = 0; round < rounds; round++)
        {
            var bytes = Mutate(original, random);
            _ = Scanned.Bytes(bytes, name);
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = random.Next(8) == 0 ? original[..random.Next(original.Length)] : (byte[])original.Clone();
        for (var count = random.Next(1, 12); count > 0 && bytes.Length > 0; count--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.AsSpan(at, Math.Min(random.Next(1, 9), bytes.Length - at)).Fill(random.Next(2) == 0 ? (byte)0xFF : (byte)0);
                    break;
                default:
                    var length = Math.Min(random.Next(1, 65), bytes.Length - at);
                    bytes.AsSpan(random.Next(bytes.Length - length + 1), length).CopyTo(bytes.AsSpan(at));
                    break;
            }
        }

        return bytes;
    }
}
