using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Formats.Compressed;

/// <summary>A compressed stream: what comes out of it is judged as if it lay there, under the name without the suffix.</summary>
internal sealed class CompressedScanner : IFormatScanner
{
    private static readonly Dictionary<ModelFormat, Func<ByteFeed, Unpacker>> Openers = new()
    {
        [ModelFormats.GZip] = static feed => new GZipUnpacker(feed),
        [ModelFormats.ZLib] = static feed => new ZLibUnpacker(feed),
        [ModelFormats.BZip2] = static feed => new BZip2Unpacker(feed),
        [ModelFormats.Xz] = static feed => new XzUnpacker(feed),
        [ModelFormats.Lzma] = LzmaUnpacker.OfFile,
        [ModelFormats.Lz4] = static feed => new Lz4Unpacker(feed),
        [ModelFormats.Zstd] = static feed => new ZstdUnpacker(feed),
    };

    public IReadOnlyList<ModelFormat> Formats { get; } = [.. Openers.Keys];

    public void Scan(ByteSource source, ScanContext context)
    {
        var format = FormatIdentifier.Identify(source).Format;
        if (!Openers.TryGetValue(format, out var open))
            throw new DamagedFileException("it is no compressed stream", 0);

        var unpacked = Unpacked.Of(() => open(new ByteFeed(source, 0, source.Length)), source.Length, context);
        if (unpacked.Damage is null || unpacked.Content.Length > 0)
            context.Nested(unpacked.Content, CompressedName.Within(context.Name));
        if (unpacked.Damage is { } damage)
            throw damage;

        Behind(source, unpacked.Position, context);
    }

    private static void Behind(ByteSource source, long end, ScanContext context)
    {
        if (end >= source.Length)
            return;

        var rest = new SliceSource(source, end, source.Length - end, "what follows");
        context.Report(Rules.TrailingData, $"holds {rest.Length} bytes behind the end of the compressed stream, which most loaders pass over; get the file from its author", end);
        EmbeddedFile.Scan(rest, "what follows", context);
    }
}
