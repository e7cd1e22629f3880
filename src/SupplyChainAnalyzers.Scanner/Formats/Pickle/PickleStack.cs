using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// The unpickler's stack with its marks (Modules/_pickle.c, <c>Pdata</c>). Equal values above one another take one entry, so
/// twenty million numbers in a row cost no memory.
/// </summary>
internal sealed class PickleStack
{
    /// <summary>Entries from which on constants are stored without their content.</summary>
    private const int ForgetFrom = 1 << 17;

    private const int MaxEntries = 1 << 20;
    private const int MaxMarks = 1 << 20;

    private readonly List<(int Entry, long Size)> _marks = [];
    private ulong[] _values = new ulong[64];
    private uint[] _counts = new uint[64];
    private (int Entry, long Size) _fence;

    /// <summary>Groups of equal values.</summary>
    public int Entries { get; private set; }

    /// <summary>Values.</summary>
    public long Size { get; private set; }

    /// <summary>Values above the last mark.</summary>
    public long Above => Size - _fence.Size;

    public int Marks => _marks.Count;

    public PickleValue Value(int entry) => new(_values[entry]);

    public int Count(int entry) => (int)Math.Min(_counts[entry], int.MaxValue);

    public void Clear()
    {
        _marks.Clear();
        (Entries, Size, _fence) = (0, 0, default);
    }

    public void Push(PickleValue value)
    {
        var top = Entries - 1;
        if (top >= _fence.Entry && _values[top] == value.Bits && _counts[top] < int.MaxValue)
            _counts[top]++;
        else
            Append(value);

        Size++;
    }

    /// <summary>So many of the value that was pushed last.</summary>
    public void Repeat(int count)
    {
        for (var value = new PickleValue(_values[Entries - 1]); count > 0 && _counts[Entries - 1] > int.MaxValue - count; count--)
            Push(value);

        _counts[Entries - 1] += (uint)count;
        Size += count;
    }

    public void Mark()
    {
        if (_marks.Count == MaxMarks)
            throw new LimitExceededException($"it nests {MaxMarks} marks");

        _fence = (Entries, Size);
        _marks.Add(_fence);
    }

    /// <summary>Takes the last mark off; what lay above it stays. False when there is none.</summary>
    public bool TryUnmark(out int entry, out long count)
    {
        entry = 0;
        count = 0;
        if (_marks.Count == 0)
            return false;

        (entry, var size) = _marks[^1];
        count = Size - size;
        _marks.RemoveAt(_marks.Count - 1);
        _fence = _marks.Count == 0 ? default : _marks[^1];
        return true;
    }

    /// <summary>The value at the top, if it lies above the last mark.</summary>
    public bool TryPeek(out PickleValue value)
    {
        value = Above > 0 ? new PickleValue(_values[Entries - 1]) : PickleValue.Anything;
        return Above > 0;
    }

    public bool TryPop(out PickleValue value)
    {
        if (!TryPeek(out value))
            return false;

        Drop();
        return true;
    }

    /// <summary>Takes off everything from an entry on.</summary>
    public void Truncate(int entry, long count)
    {
        Entries = entry;
        Size -= count;
    }

    /// <summary>Splits groups so that the topmost values start an entry; its number.</summary>
    public int Split(long count)
    {
        var entry = Entries;
        var left = count;
        while (left > 0)
            left -= _counts[--entry];

        if (left == 0)
            return entry;

        // The group at the entry holds more than is wanted.
        var value = new PickleValue(_values[entry]);
        var (below, above) = ((uint)-left, (uint)(_counts[entry] + left));
        if (Entries == _values.Length)
            Grow();

        Array.Copy(_values, entry, _values, entry + 1, Entries - entry);
        Array.Copy(_counts, entry, _counts, entry + 1, Entries - entry);
        (_values[entry], _counts[entry]) = (value.Bits, below);
        _counts[entry + 1] = above;
        Entries++;
        return entry + 1;
    }

    private void Drop()
    {
        Size--;
        if (--_counts[Entries - 1] == 0)
            Entries--;
    }

    private void Append(PickleValue value)
    {
        if (Entries >= ForgetFrom)
        {
            if (Entries == MaxEntries)
                throw new LimitExceededException($"it piles up {MaxEntries} different values");

            if (!value.IsObject && value.Payload != 0)
            {
                value = value.Forget();
                if (Entries > _fence.Entry && _values[Entries - 1] == value.Bits)
                {
                    _counts[Entries - 1]++;
                    return;
                }
            }
        }

        if (Entries == _values.Length)
            Grow();

        (_values[Entries], _counts[Entries]) = (value.Bits, 1);
        Entries++;
    }

    private void Grow()
    {
        Array.Resize(ref _values, _values.Length * 2);
        Array.Resize(ref _counts, _counts.Length * 2);
    }
}
