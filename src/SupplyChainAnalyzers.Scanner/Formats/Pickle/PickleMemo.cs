using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// The memo as CPython's C unpickler keeps it: an index to a value, and the number of values, which is the index MEMOIZE
/// takes. Two million entries are kept whole, sixteen million by their kind; of those beyond nothing is known.
/// </summary>
internal sealed class PickleMemo
{
    private const int ChunkBits = 10; // 8 KiB: most pickles remember a few hundred values
    private const int ChunkSize = 1 << ChunkBits;
    private const long MaxWhole = 1 << 21; // 16 MiB
    private const long MaxKinds = 1 << 24; // 16 MiB
    private const int MaxNames = 1 << 16;

    private readonly List<ulong[]?> _whole = [];
    private readonly List<byte[]?> _kinds = [];
    private readonly Dictionary<long, ulong> _names = [];

    /// <summary>Indexes in use.</summary>
    public long Count { get; private set; }

    public void Clear()
    {
        _whole.Clear();
        _kinds.Clear();
        _names.Clear();
        Count = 0;
    }

    public void Put(long index, PickleValue value)
    {
        if (index < MaxWhole)
        {
            ref var place = ref Chunk(_whole, index)[index & (ChunkSize - 1)];
            Count += place == 0 ? 1 : 0;
            place = value.Bits;
            return;
        }

        Count += index >= MaxKinds || !TryGet(index, out _) ? 1 : 0;
        _names.Remove(index);
        if (value.Kind == PickleKind.Global)
            PutName(index, value);
        else if (index < MaxKinds)
            Chunk(_kinds, index)[index & (ChunkSize - 1)] = (byte)value.Kind;
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
        else if (_names.TryGetValue(index, out var bits))
            value = new PickleValue(bits);
        else if (index < MaxKinds)
            value = Lost(chunk < _kinds.Count ? (PickleKind)(_kinds[chunk]?[index & (ChunkSize - 1)] ?? 0) : PickleKind.Absent);
        else
            return Count > MaxKinds; // nobody knows

        return value.Kind != PickleKind.Absent;
    }

    private static PickleValue Lost(PickleKind kind) => kind switch
    {
        PickleKind.Absent => default,
        PickleKind.Result => new PickleValue(kind, PickleTraits.Lost | PickleTraits.Made, PickleNames.Unnamed),
        _ => new PickleValue(kind, PickleTraits.Lost),
    };

    private void PutName(long index, PickleValue value)
    {
        if (_names.Count == MaxNames)
            throw new LimitExceededException($"its memo has more than {MaxNames} names behind the first {MaxWhole} entries");

        _names.Add(index, value.Bits);
    }

    private static T[] Chunk<T>(List<T[]?> chunks, long index)
    {
        var number = (int)(index >> ChunkBits);
        while (chunks.Count <= number)
            chunks.Add(null);

        return chunks[number] ??= new T[ChunkSize];
    }
}
