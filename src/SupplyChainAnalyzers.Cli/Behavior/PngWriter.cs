using System.Buffers.Binary;
using System.IO.Compression;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>
/// A picture as PNG (W3C, Portable Network Graphics, third edition): signature 8; chunks of length 4, name 4, data, CRC 4: IHDR (width 4, height 4,
/// depth 1, colours 1, three zeros), IDAT (zlib of lines, a filter byte before each), IEND.
/// </summary>
internal static class PngWriter
{
    private const int LeastSide = 192; // smaller ones are enlarged, each pixel to a square: a viewer would blur them
    private const uint Polynomial = 0xEDB88320;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The whole file.</summary>
    public static byte[] Write(BehaviorPicture picture)
    {
        var scale = Math.Max(1, LeastSide / Math.Max(picture.Width, picture.Height));
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = (byte)(picture.Channels == 3 ? 2 : 0); // colour or grey

        using var file = new MemoryStream();
        file.Write(Signature);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Lines(picture, scale));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Lines(BehaviorPicture picture, int scale)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            var line = new byte[1 + (picture.Width * scale * picture.Channels)]; // filter 0: none
            for (var y = 0; y < picture.Height; y++)
            {
                for (var x = 0; x < picture.Width * scale; x++)
                    picture.Pixels.AsSpan(((y * picture.Width) + (x / scale)) * picture.Channels, picture.Channels).CopyTo(line.AsSpan(1 + (x * picture.Channels)));
                for (var copy = 0; copy < scale; copy++)
                    zlib.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var part in bytes)
        {
            crc ^= part;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? Polynomial : 0);
        }

        return crc;
    }
}
