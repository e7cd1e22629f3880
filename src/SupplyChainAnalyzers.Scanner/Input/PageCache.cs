using System.Diagnostics.CodeAnalysis;

namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>The last pages read; the oldest goes first. The one read last is found without a look-up.</summary>
internal sealed class PageCache(int capacity)
{
    private readonly Dictionary<long, byte[]> _pages = [];
    private readonly Queue<long> _order = [];
    private long _lastNumber = -1;
    private byte[] _lastPage = [];

    public bool TryGet(long number, [NotNullWhen(true)] out byte[]? page)
    {
        if (number == _lastNumber)
        {
            page = _lastPage;
            return true;
        }

        if (!_pages.TryGetValue(number, out page))
            return false;

        (_lastNumber, _lastPage) = (number, page);
        return true;
    }

    public void Add(long number, byte[] page)
    {
        if (_order.Count == capacity)
            _pages.Remove(_order.Dequeue());

        _order.Enqueue(number);
        _pages.Add(number, page);
        (_lastNumber, _lastPage) = (number, page);
    }
}
