namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5.Indexes;

/// <summary>
/// From the number of a chunk to its place in the dataset: the last dimension counts fastest, one without a limit slowest, since
/// only there can chunks be added at the end.
/// </summary>
internal sealed class ChunkGrid
{
    private readonly ulong[] _chunk;
    private readonly ulong[] _counts;
    private readonly ulong[] _sizes;
    private readonly int[] _order; // dimensions, the slowest first

    public ChunkGrid(ulong[] chunk, Hdf5Space space)
    {
        if (chunk.Length != space.Sizes.Length)
            throw new DamagedFileException("a dataset's chunks have other dimensions than itself", 0);

        (_chunk, _sizes) = (chunk, space.Sizes);
        _counts = [.. space.Limits.Select((limit, i) => limit == ulong.MaxValue ? ulong.MaxValue : Up(limit, chunk[i]))];
        var free = Array.IndexOf(space.Limits, ulong.MaxValue);
        _order = [.. Enumerable.Range(0, chunk.Length).OrderBy(i => i == free ? -1 : i)];
        Count = 1;
        for (var i = 0; i < chunk.Length; i++)
        {
            var count = Up(space.Limits[i] == ulong.MaxValue ? space.Sizes[i] : space.Limits[i], chunk[i]);
            Count = count != 0 && Count > ulong.MaxValue / count ? ulong.MaxValue : Count * count;
        }
    }

    /// <summary>Chunks there can be now.</summary>
    public ulong Count { get; }

    /// <summary>First element of a chunk; null when it lies outside the dataset as it is now.</summary>
    public ulong[]? Start(ulong index)
    {
        var start = new ulong[_chunk.Length];
        for (var i = _order.Length - 1; i >= 0; i--)
        {
            var dimension = _order[i];
            var count = i == 0 ? ulong.MaxValue : _counts[dimension];
            if (count == 0)
                return null;

            var at = count == ulong.MaxValue ? index : index % count;
            index = count == ulong.MaxValue ? 0 : index / count;
            if (at > (1ul << 60) / _chunk[dimension] || at * _chunk[dimension] >= _sizes[dimension])
                return null;

            start[dimension] = at * _chunk[dimension];
        }

        return start;
    }

    private static ulong Up(ulong size, ulong chunk) => (size / chunk) + (size % chunk == 0 ? 0ul : 1);
}
