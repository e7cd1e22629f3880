using System.Buffers.Binary;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.NumPy;

/// <summary>
/// NumPy array (NEP 1): <c>\x93NUMPY</c>, major and minor version, header length (u16, from version 2 on u32), header as
/// a Python literal that ends in a line feed, then data.
/// </summary>
internal sealed class NumPyProbe : IFormatProbe
{
    private const int MaxHeader = 10_000; // NumPy's own limit (max_header_size): it evaluates the header as a literal

    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.NumPy, ModelFormats.NumPyObjects];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        var version = file.ReadByte(6, "its header");
        if (version is not (1 or 2 or 3))
            throw new DamagedFileException($"version {version} is unknown", 6);

        var wide = version > 1;
        var length = wide ? file.ReadUInt32(8, "its header") : BinaryPrimitives.ReadUInt16LittleEndian(file.ReadBytes(8, 2, "its header"));
        var start = wide ? 12 : 10;
        if (length > MaxHeader)
            throw new DamagedFileException($"a header of {length} bytes is larger than {MaxHeader}", 8);

        var header = file.ReadBytes(start, (int)length, "its header").AsSpan();
        if (!header.StartsWith("{"u8) || !header.EndsWith("\n"u8) || header.IndexOf("'descr'"u8) < 0)
            throw new DamagedFileException("its header describes no array", start);

        return sniffed;
    }
}
