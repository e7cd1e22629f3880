namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>The members of an enumeration by their lower-case names.</summary>
internal sealed class WordMap<T>
    where T : struct, Enum
{
#pragma warning disable CA1308, CA2263 // lower case is what is written; netstandard2.0 has no generic overloads
    private readonly T[] _values = (T[])Enum.GetValues(typeof(T));
    private readonly string[] _words = [.. Enum.GetNames(typeof(T)).Select(static name => name.ToLowerInvariant())];
#pragma warning restore CA1308, CA2263

    public IReadOnlyList<string> Words => _words;

    /// <summary><c>a, b or c</c>.</summary>
    public string List => string.Join(", ", _words.Take(_words.Length - 1)) + " or " + _words[_words.Length - 1];

    public string Of(T value) => _words[Array.IndexOf(_values, value)];

    public bool TryFind(string word, out T value)
    {
        var place = Array.IndexOf(_words, word);
        value = place >= 0 ? _values[place] : default;
        return place >= 0;
    }
}
