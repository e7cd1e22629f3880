using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Tar;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Tar;

public class TarDirectoryTests
{
    [Fact]
    public void Names_are_read_in_order() => Assert.Equal(["a.txt", "b/"], TarDirectory.ReadNames(new MemorySource(Samples.Tar)));

    [Fact]
    public void Long_name_is_put_together_from_its_prefix()
    {
        var name = string.Join('/', Enumerable.Repeat("folder", 20)) + "/model.bin";
        Assert.Equal([name], TarDirectory.ReadNames(new MemorySource(Samples.TarOf((name, [1])))));
    }

    [Fact]
    public void Large_size_of_GNU_is_read()
    {
        var bytes = Samples.TarOf(("a", [1]));
        new byte[] { 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }.CopyTo(bytes, 124);
        WriteChecksum(bytes);
        Assert.Equal(["a"], TarDirectory.ReadNames(new MemorySource(bytes)));
    }

    [Theory]
    [InlineData(new byte[] { 0x80, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x80, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0x37, 0 })]
    [InlineData(new byte[] { 0x39, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void Impossible_size_is_damage(byte[] size)
    {
        var bytes = Samples.TarOf(("a", [1]));
        size.CopyTo(bytes, 124);
        WriteChecksum(bytes);
        AssertDamaged(bytes);
    }

    [Fact]
    public void Wrong_checksum_is_damage()
    {
        var bytes = Samples.Tar;
        bytes[0] ^= 1;
        AssertDamaged(bytes);
    }

    [Theory]
    [InlineData(100)] // within the first header
    [InlineData(514)] // within the first content
    [InlineData(1100)] // within the second header
    public void Cut_archive_is_damage(int length) => AssertDamaged(Samples.Tar[..length]);

    private static void WriteChecksum(byte[] bytes)
    {
        bytes.AsSpan(148, 8).Fill((byte)' ');
        Samples.Text(Convert.ToString(bytes.Take(512).Sum(static part => part), 8).PadLeft(6, '0') + "\0 ").CopyTo(bytes, 148);
    }

    private static void AssertDamaged(byte[] bytes) => Assert.Throws<DamagedFileException>(() => TarDirectory.ReadNames(new MemorySource(bytes)));
}
