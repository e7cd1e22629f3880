namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// Reads a file block by block, of a large one the next blocks while the caller works on one. Owned by one worker and used for file after file.
/// </summary>
internal sealed class BlockReader
{
    private const int BlockLength = 256 * 1024;

    /// <summary>Few hand-overs, and 2 MiB that stay in the caches: with two blocks a hand-over each, a tenth more processor time was measured.</summary>
    private const int RingBlocks = 8;

    // A thread costs as much as reading this many.
    private const int BlocksAlone = 4;

    private readonly byte[] _block;
    private BlockRing? _ring;

    /// <param name="largest">Bytes of the largest file to come: small files need no large block.</param>
    public BlockReader(long largest) => _block = new byte[(int)Math.Max(Formats.FormatSniffer.HeadLength, Math.Min(BlockLength, largest + 1))];

    /// <summary>Calls <paramref name="use"/> with each block in order; a block is full unless it is the last.</summary>
    /// <param name="file">Read from where it stands to its end.</param>
    /// <param name="use">Gets the bytes and how many count; false ends the reading.</param>
    public void Read(Stream file, Func<byte[], int, bool> use)
    {
        for (var i = 0; i < BlocksAlone || _block.Length < BlockLength; i++)
        {
            var count = Fill(file, _block);

            // A block that isn't full was the last.
            if (count == 0 || !use(_block, count) || count < _block.Length)
                return;
        }

        _ring ??= new BlockRing(RingBlocks, BlockLength);
        _ring.Read(file, use);
    }

    /// <summary>Reads until the block is full or the file ends; how many bytes that were.</summary>
    public static int Fill(Stream file, byte[] block)
    {
        var count = 0;
        for (int read; count < block.Length && (read = file.Read(block, count, block.Length - count)) > 0;)
            count += read;
        return count;
    }
}
