using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Tests.Unpacking;

public class UnpackerTests
{
    private static readonly Dictionary<string, Func<ByteFeed, Unpacker>> Kinds = new()
    {
        ["plain.gz"] = static feed => new GZipUnpacker(feed),
        ["members.gz"] = static feed => new GZipUnpacker(feed),
        ["plain.zlib"] = static feed => new ZLibUnpacker(feed),
        ["joblib-old.z"] = static feed => new ZLibUnpacker(feed),
        ["plain.bz2"] = static feed => new BZip2Unpacker(feed),
        ["streams.bz2"] = static feed => new BZip2Unpacker(feed),
        ["plain.xz"] = static feed => new XzUnpacker(feed),
        ["streams.xz"] = static feed => new XzUnpacker(feed),
        ["delta.xz"] = static feed => new XzUnpacker(feed),
        ["x86.xz"] = static feed => new XzUnpacker(feed),
        ["plain.lzma"] = LzmaUnpacker.OfFile,
        ["sized.lzma"] = LzmaUnpacker.OfFile,
        ["plain.lz4"] = static feed => new Lz4Unpacker(feed),
        ["linked.lz4"] = static feed => new Lz4Unpacker(feed),
        ["legacy.lz4"] = static feed => new Lz4Unpacker(feed),
        ["plain.zst"] = static feed => new ZstdUnpacker(feed),
        ["best.zst"] = static feed => new ZstdUnpacker(feed),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_another_tool_packed_comes_out_equal(string name)
    {
        var packed = SampleFile.Read("containers", name);
        var unpacker = Kinds[name](new ByteFeed(new MemorySource(packed), 0, packed.Length));
        Assert.Equal(SampleFile.Read("containers", "plain.bin"), Contents.All(unpacker));
        Assert.Equal(packed.Length, unpacker.Position);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutations_come_out_or_are_damaged_and_nothing_else(string name)
    {
        var random = new Random(5);
        var packed = SampleFile.Read("containers", name);
        for (var round = 0; round < 1_500; round++)
            Contents.ReadMutated(packed, random, Kinds[name]);
    }
}
