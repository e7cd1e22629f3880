using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// The superblock (HDF5 File Format Specification 3.0, II.A), versions 0 to 3. It stands at 0, 512, 1024, 2048 …; what is before it
/// is the user block, which belongs to whoever made the file.
/// </summary>
/// <remarks>
/// Version 0 and 1: signature 8, versions 5, size of offsets at 13, of lengths at 14, tree ranks 4 at 16, flags 4 (version 1: four
/// more bytes), then addresses: base, free space, end, driver, and the root's symbol table entry: name, object header.
/// Version 2 and 3: size of offsets at 9, of lengths at 10, flags, then base, extension, end, root's object header.
/// </remarks>
internal sealed record Hdf5Superblock(Hdf5Volume Volume, long Root)
{
    private static ReadOnlySpan<byte> SignatureBytes => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="DamagedFileException">There is none, or it cannot be read.</exception>
    public static Hdf5Superblock Read(ByteSource file)
    {
        const string What = "its superblock";
        var start = Find(file);
        var version = file.ReadByte(start + 8, What);
        if (version > 3)
            throw new DamagedFileException($"superblock version {version} is unknown", start + 8);

        var sizesAt = start + (version < 2 ? 13 : 9);
        var (offsets, lengths) = (file.ReadByte(sizesAt, What), file.ReadByte(sizesAt + 1, What));
        if (offsets is not (2 or 4 or 8) || lengths is not (2 or 4 or 8))
            throw new DamagedFileException("its addresses or lengths have a size that no library writes", sizesAt);

        var volume = new Hdf5Volume(file, start, offsets, lengths);
        var addresses = start + (version switch { 0 => 24, 1 => 28, _ => 12 });
        var root = version < 2 ? addresses + (5L * offsets) : addresses + (3L * offsets);
        return new Hdf5Superblock(volume, volume.At(root, What).Required());
    }

    /// <summary>Where the superblock stands.</summary>
    /// <exception cref="DamagedFileException">There is none.</exception>
    public static long Find(ByteSource file)
    {
        Span<byte> signature = stackalloc byte[SignatureBytes.Length];
        for (long offset = 0; offset < file.Length; offset = offset == 0 ? 512 : 2 * offset)
        {
            if (file.Read(offset, signature) == signature.Length && signature.SequenceEqual(SignatureBytes))
                return offset;
        }

        throw new DamagedFileException("it has no superblock", 0);
    }
}
