using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// HDF5 (File Format Specification 3.0, II.A): a superblock at 0, 512, 1024, 2048 … with signature 8, version 1; from there
/// version 0 and 1 have the size of offsets at 13 and the end of the file as third address behind 24 or 28 bytes, version 2
/// and 3 have the size at 9 and the end as third address behind 12 bytes. The end counts from the start of the file. A Keras model is told by the name of the attribute
/// that holds its configuration; walking the objects to it is the scan's work.
/// </summary>
internal sealed class Hdf5Probe : IFormatProbe
{
    private const int AddressSize = 8; // four bytes are allowed, no library in use writes them
    private const int NameWindow = 1 << 20; // root attributes stand near the start: they are written first

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.Hdf5, ModelFormats.KerasH5];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        var start = Start(file);
        var version = file.ReadByte(start + 8, "its superblock");
        if (version > 3)
            throw new DamagedFileException($"superblock version {version} is unknown", start + 8);

        var addresses = start + (version switch { 0 => 24, 1 => 28, _ => 12 });
        if (file.ReadByte(start + (version < 2 ? 13 : 9), "its superblock") != AddressSize)
            throw new DamagedFileException("its addresses do not have 8 bytes", start);

        var end = file.ReadUInt64(addresses + (2 * AddressSize), "its superblock");
        if (end > (ulong)file.Length)
            throw new DamagedFileException($"it should have {end} bytes and has {file.Length}", file.Length);

        var window = new byte[Math.Min(NameWindow, file.Length)];
        return window.AsSpan(0, file.Read(0, window)).IndexOf("model_config"u8) >= 0 ? ModelFormats.KerasH5 : sniffed;
    }

    private static long Start(ByteSource file)
    {
        Span<byte> signature = stackalloc byte[Signature.Length];
        for (long offset = 0; offset < file.Length; offset = offset == 0 ? 512 : 2 * offset)
        {
            if (file.Read(offset, signature) == signature.Length && signature.SequenceEqual(Signature))
                return offset;
        }

        throw new DamagedFileException("it has no superblock", 0);
    }
}
