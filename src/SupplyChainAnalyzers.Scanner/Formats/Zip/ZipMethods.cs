using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Formats.Zip;

/// <summary>Compression methods of zip (APPNOTE 6.3.10 §4.4.5) that are read here.</summary>
internal static class ZipMethods
{
    private static readonly Dictionary<int, Func<ByteFeed, Unpacker>> Known = new()
    {
        [8] = static feed => new Inflater(feed),
        [12] = static feed => new BZip2Unpacker(feed),
        [14] = LzmaUnpacker.OfZip,
        [93] = static feed => new ZstdUnpacker(feed),
        [95] = static feed => new XzUnpacker(feed),
    };

    /// <summary>Opens the stream; null for a method that is not read.</summary>
    public static Func<ByteFeed, Unpacker>? Find(int method) => Known.GetValueOrDefault(method);
}
