namespace SupplyChainAnalyzers.Core.Formats.Pickles;

/// <summary>The unpickler's stack and memo, with kinds for values. A false answer is where CPython raises.</summary>
internal sealed class PickleStack
{
    private readonly List<PickleItem> _items = [];
    private readonly Dictionary<long, PickleItem> _memo = [];

    public int Count => _items.Count;

    /// <summary>A value <paramref name="below"/> the top; <see cref="PickleItem.Mark"/> where there is none.</summary>
    public PickleItem Peek(int below = 0) => below < _items.Count ? _items[_items.Count - 1 - below] : PickleItem.Mark;

    /// <summary>Whether this many values lie above the last mark.</summary>
    public bool Has(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (Peek(i) == PickleItem.Mark)
                return false;
        }

        return true;
    }

    public bool Push(PickleItem item)
    {
        _items.Add(item);
        return true;
    }

    /// <summary>Takes <paramref name="count"/> values off and puts one on.</summary>
    public bool Replace(int count, PickleItem item) => Drop(count) && Push(item);

    public bool Drop(int count)
    {
        if (!Has(count))
            return false;

        _items.RemoveRange(_items.Count - count, count);
        return true;
    }

    /// <summary>Takes everything down to the last mark, and the mark.</summary>
    public bool DropToMark(out int count)
    {
        var mark = _items.LastIndexOf(PickleItem.Mark);
        count = _items.Count - 1 - mark;
        if (mark < 0)
            return false;

        _items.RemoveRange(mark, _items.Count - mark);
        return true;
    }

    public bool Put(long index)
    {
        if (!Has(1))
            return false;

        _memo[index] = Peek();
        return true;
    }

    public bool Memoize() => Put(_memo.Count);

    public bool Get(long index) => _memo.TryGetValue(index, out var item) && Push(item);
}
