namespace SupplyChainAnalyzers.Scanner.Formats.Tar;

/// <summary>A member of a tar archive, with what extended headers say of it.</summary>
/// <param name="Offset">Where its header stands.</param>
/// <param name="DataOffset">Where its data starts.</param>
/// <param name="Kind">0 or NUL file, 1 hard link, 2 symbolic link, 3 and 4 devices, 5 folder, 6 pipe, S sparse file …</param>
/// <param name="Name">With folders; hostile.</param>
/// <param name="Link">What it links to; hostile.</param>
/// <param name="Size">Bytes of data.</param>
/// <param name="HeaderSize">Bytes of data by the header alone: what readers without pax headers take.</param>
/// <param name="IsSparse">Whether its data is not its content.</param>
internal sealed record TarEntry(long Offset, long DataOffset, char Kind, string Name, string Link, long Size, long HeaderSize, bool IsSparse)
{
    /// <summary>Where the next header stands.</summary>
    public long End => DataOffset + ((Size + TarHeader.BlockSize - 1) / TarHeader.BlockSize * TarHeader.BlockSize);
}
