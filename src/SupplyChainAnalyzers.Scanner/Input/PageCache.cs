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

    /// <summary>Takes the oldest page out when there is no room for another: its bytes may be written over.</summary>
    public byte[]? MakeRoom()
    {
        if (_order.Count < capacity)
            return null;

        _pages.Remove(_order.Dequeue(), out var oldest);
        if (oldest == _lastPage)
            (_lastNumber, _lastPage) = (-1, []);

        return oldest;
    }

    public void Add(long number, byte[] page)
    {
        MakeRoom();

        _order.Enqueue(number);
        _pages.Add(number, page);
        (_lastNumber, _lastPage) = (number, page);
    }
}
