using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

public class PickleStreamTests
{
    public static readonly Dictionary<string, byte[]> Whole = new()
    {
        ["protocol 2"] = Samples.Pickle,
        ["protocol 0"] = Samples.TextPickle,
        ["frame and memo"] = [0x80, 4, 0x95, 3, 0, 0, 0, 0, 0, 0, 0, 0x8c, 1, (byte)'a', 0x94, (byte)'.'],
        ["byte array"] = [0x80, 5, 0x96, 2, 0, 0, 0, 0, 0, 0, 0, 1, 2, (byte)'.'],
        ["long"] = [0x80, 2, 0x8a, 2, 1, 2, 0x8b, 1, 0, 0, 0, 9, (byte)'.'],
        ["float and ints"] = [(byte)'G', 0, 0, 0, 0, 0, 0, 0, 0, (byte)'J', 1, 2, 3, 4, (byte)'M', 1, 2, (byte)'.'],
        ["inst"] = Samples.Text("(imodule\nname\n."),
    };

    public static TheoryData<string> Names => [.. Whole.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void End_is_found_whatever_follows(string name)
    {
        Assert.Equal(Whole[name].Length, PickleStream.FindEnd(new MemorySource(Whole[name]), 0));
        Assert.Equal(Whole[name].Length, PickleStream.FindEnd(new MemorySource([.. Whole[name], 1, 2, 3]), 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_anywhere_it_is_damaged(string name)
    {
        for (var length = 0; length < Whole[name].Length; length++)
            Assert.Throws<DamagedFileException>(() => PickleStream.FindEnd(new MemorySource(Whole[name][..length]), 0));
    }

    [Fact]
    public void Unknown_opcode_is_named_with_its_place()
    {
        var e = Assert.Throws<DamagedFileException>(() => PickleStream.FindEnd(new MemorySource([0x80, 2, 0xFE, (byte)'.']), 0));
        Assert.Contains("0xfe", e.Message);
        Assert.Equal(2, e.Offset);
    }

    [Theory]
    [InlineData(0x8e, 0xFF)]
    [InlineData(0x8e, 0x7F)]
    public void Length_that_overflows_is_damage(byte opcode, byte top) =>
        Assert.Throws<DamagedFileException>(() => PickleStream.FindEnd(new MemorySource([opcode, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, top, (byte)'.']), 0));

    [Fact]
    public void Endless_stream_is_not_followed_to_its_end() => Assert.Null(PickleStream.FindEnd(new MemorySource([.. Enumerable.Repeat((byte)'N', 2 << 20)]), 0));

    [Fact]
    public void Sixty_eight_opcodes_are_known() => Assert.Equal(68, Enumerable.Range(0, 256).Count(static code => PickleOpcodes.Argument((byte)code) != PickleArgument.Unknown));
}
