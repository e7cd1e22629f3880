namespace SupplyChainAnalyzers.Core.Addresses;

/// <summary>The segments of an address's path, and where each stands in the address.</summary>
internal sealed class AddressPath
{
    private readonly string _text;
    private readonly List<(int Start, int End)> _segments = [];

    public AddressPath(string text, int start, int end)
    {
        _text = text;
        for (var at = start; at < end;)
        {
            var next = text.IndexOf('/', at, end - at);
            var stop = next < 0 ? end : next;
            if (stop > at)
                _segments.Add((at, stop));

            at = stop + 1;
        }
    }

    public int Count => _segments.Count;

    /// <summary>Whether a segment is one of <paramref name="words"/>.</summary>
    public bool Is(int index, params string[] words) => index < Count && words.Contains(Text(index, index + 1), StringComparer.Ordinal);

    /// <summary>The index after the first of <paramref name="verbs"/>, which must follow a name of one or two segments; -1 without one.</summary>
    public int After(int first, string[] verbs)
    {
        for (var i = first + 1; i <= first + 2; i++)
        {
            if (Is(i, verbs))
                return i + 1;
        }

        return -1;
    }

    /// <summary>The segments of <c>[from, to)</c> with the slashes between them.</summary>
    public string Text(int from, int to)
    {
        var (start, length) = Range(from, to);
        return _text.Substring(start, length);
    }

    public (int Start, int Length) Range(int from, int to)
    {
        if (from >= to || from >= Count)
            return (_text.Length, 0);

        var start = _segments[from].Start;
        return (start, _segments[Math.Min(to, Count) - 1].End - start);
    }
}
