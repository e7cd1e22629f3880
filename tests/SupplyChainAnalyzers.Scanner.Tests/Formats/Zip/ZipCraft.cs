using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Zip;

/// <summary>Writes archives as no honest tool does: each header says what the test wants.</summary>
internal sealed class ZipCraft
{
    private readonly List<byte> _bytes = [];
    private readonly List<byte> _directory = [];
    private int _count;

    public int Position => _bytes.Count;

    public ZipCraft Raw(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public ZipCraft Member(
        string name, byte[] content, string? localName = null, ushort flags = 0, ushort? localFlags = null, ushort method = 0, ushort? localMethod = null,
        uint? crc = null, uint? size = null, uint? localSize = null, byte system = 0, uint attributes = 0, bool isListed = true, int? offset = null, byte[]? extra = null)
    {
        var at = offset ?? _bytes.Count;
        crc ??= Crc32.Append(0, content);
        var local = Samples.Text(localName ?? name);
        if (offset is null)
        {
            _bytes.AddRange([.. Samples.U32(0x04034b50), 20, 0, .. U16(localFlags ?? flags), .. U16(localMethod ?? method), 0, 0, 0x21, 0]);
            _bytes.AddRange([.. Samples.U32(crc.Value), .. Samples.U32(localSize ?? (uint)content.Length), .. Samples.U32(localSize ?? size ?? (uint)content.Length)]);
            _bytes.AddRange([.. U16((ushort)local.Length), 0, 0, .. local, .. content]);
        }

        if (!isListed)
            return this;

        var central = Samples.Text(name);
        _directory.AddRange([.. Samples.U32(0x02014b50), 20, system, 20, 0, .. U16(flags), .. U16(method), 0, 0, 0x21, 0, .. Samples.U32(crc.Value)]);
        _directory.AddRange([.. Samples.U32((uint)content.Length), .. Samples.U32(size ?? (uint)content.Length), .. U16((ushort)central.Length), .. U16((ushort)(extra?.Length ?? 0))]);
        _directory.AddRange([0, 0, 0, 0, 0, 0, .. Samples.U32(attributes), .. Samples.U32((uint)at), .. central, .. extra ?? []]);
        _count++;
        return this;
    }

    public byte[] End() =>
    [
        .. _bytes, .. _directory, .. Samples.U32(0x06054b50), 0, 0, 0, 0, .. U16((ushort)_count), .. U16((ushort)_count),
        .. Samples.U32((uint)_directory.Count), .. Samples.U32((uint)_bytes.Count), 0, 0,
    ];

    public static byte[] U16(ushort value) => [(byte)value, (byte)(value >> 8)];
}
