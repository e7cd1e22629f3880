namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// The memo as CPython's C unpickler keeps it: an index to a value, and the number of values, which is the index MEMOIZE
/// takes. Two million entries are kept whole; beyond them a constant keeps its kind alone.
/// </summary>
internal sealed class PickleMemo
{
    private const int ChunkBits = 15;
    private const int ChunkSize = 1 << ChunkBits;
    private const long MaxWhole = 1 << 21; // 16 MiB
    private const long MaxKinds = 1 << 24; // 16 MiB
    private const int MaxScattered = 1 << 16;

    private readonly List<ulong[]?> _whole = [];
    private readonly List<byte[]?> _kinds = [];
    private readonly Dictionary<long, ulong> _scattered = [];

    /// <summary>Indexes in use.</summary>
    public long Count { get; private set; }

    public void Clear()
    {
        _whole.Clear();
        _kinds.Clear();
        _scattered.Clear();
        Count = 0;
    }

    public void Put(long index, PickleValue value)
    {
        if (index < MaxWhole)
            Count += Exchange(ref Chunk(_whole, index)[index & (ChunkSize - 1)], value.Bits) == 0 ? 1 : 0;
        else if (index < MaxKinds && !value.IsObject)
            PutKind(index, value.Forget());
        else
            PutScattered(index, value);
    }

    /// <summary>False where nothing was put.</summary>
    public bool TryGet(long index, out PickleValue value)
    {
        value = PickleValue.Anything;
        if (index < 0)
            return false;

        var chunk = (int)Math.Min(index >> ChunkBits, int.MaxValue);
        if (index < MaxWhole)
            value = new PickleValue(chunk < _whole.Count ? _whole[chunk]?[index & (ChunkSize - 1)] ?? 0 : 0);
        else if (_scattered.TryGetValue(index, out var bits))
            value = new PickleValue(bits);
        else
            value = index < MaxKinds && chunk < _kinds.Count && _kinds[chunk] is { } kinds ? Lost((PickleKind)kinds[index & (ChunkSize - 1)]) : default;

        return value.Kind != PickleKind.Absent;
    }

    private static PickleValue Lost(PickleKind kind) => kind == PickleKind.Absent ? default : new PickleValue(kind, PickleTraits.Lost);

    private void PutKind(long index, PickleValue value)
    {
        var wasScattered = _scattered.Remove(index);
        ref var kind = ref Chunk(_kinds, index)[index & (ChunkSize - 1)];
        Count += kind == 0 && !wasScattered ? 1 : 0;
        kind = (byte)value.Kind;
    }

    private void PutScattered(long index, PickleValue value)
    {
        if (_scattered.Count == MaxScattered && !_scattered.ContainsKey(index))
            throw new DamagedFileException("its memo has more entries than are followed");

        var isKnown = _scattered.ContainsKey(index) || TryGet(index, out _);
        _scattered[index] = value.Bits;
        Count += isKnown ? 0 : 1;
    }

    private static ulong Exchange(ref ulong place, ulong value)
    {
        var old = place;
        place = value;
        return old;
    }

    private static T[] Chunk<T>(List<T[]?> chunks, long index)
    {
        var number = (int)(index >> ChunkBits);
        while (chunks.Count <= number)
            chunks.Add(null);

        return chunks[number] ??= new T[ChunkSize];
    }
}
