using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Tensors;

/// <summary>Files made by Samples/weights/make.py, as converters write them.</summary>
public class WeightSampleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples", "weights");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder).Select(static path => Path.GetFileName(path)).Where(static name => !name.EndsWith(".py", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Names))]
    public void Honest_file_is_clean(string name)
    {
        var scanned = Scanned.Bytes(Read(name), name);
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
    }

    [Theory, MemberData(nameof(Names))]
    public void File_without_its_second_half_is_not_clean(string name)
    {
        var bytes = Read(name);
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes(bytes[..(bytes.Length / 2)], name).Verdict);
    }

    [Theory, MemberData(nameof(Names))]
    public void Mutated_file_neither_throws_nor_hangs(string name)
    {
        var random = new Random(3112);
        var whole = Read(name);
        for (var round = 0; round < 1000; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                bytes[random.Next(random.Next(2) == 0 ? bytes.Length : bytes.Length / 4)] = (byte)random.Next(256);
            _ = Scanned.Bytes(bytes, name).Verdict;
        }
    }

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));
}
