using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// A read-only dictionary in ordinal order of its keys, in two arrays: its order is promised, and no choice of names
/// makes it slow (hashes of strings are predictable on .NET Framework).
/// </summary>
internal sealed class OrdinalMap<T> : IReadOnlyDictionary<string, T>
{
    private readonly string[] _keys;
    private readonly T[] _values;

    /// <summary>Takes pairs in any order; of two with one key either may win, so the caller has refused those.</summary>
    public OrdinalMap(IReadOnlyCollection<KeyValuePair<string, T>> pairs)
    {
        _keys = new string[pairs.Count];
        _values = new T[pairs.Count];
        var i = 0;
        foreach (var pair in pairs)
        {
            (_keys[i], _values[i]) = (pair.Key, pair.Value);
            i++;
        }

        Ordinal.Sort(_keys, _values);
    }

    public int Count => _keys.Length;

    public IEnumerable<string> Keys => _keys;

    public IEnumerable<T> Values => _values;

    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException();

    public bool ContainsKey(string key) => Array.BinarySearch(_keys, key, StringComparer.Ordinal) >= 0;

#pragma warning disable CS8767 // netstandard2.0 does not annotate the interface
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
#pragma warning restore CS8767
    {
        var place = Array.BinarySearch(_keys, key, StringComparer.Ordinal);
        value = place >= 0 ? _values[place] : default;
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (var i = 0; i < _keys.Length; i++)
            yield return new KeyValuePair<string, T>(_keys[i], _values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
