namespace SupplyChainAnalyzers.Scanner.Formats.Hub;

/// <summary>A value of a configuration file.</summary>
/// <param name="Key">The name it lies under; in a list, that of the list.</param>
/// <param name="Around">Names of the objects around it, from the inside out.</param>
/// <param name="Value">As text.</param>
/// <param name="IsText">Whether it is a string.</param>
/// <param name="Index">Its place in a list, or -1.</param>
/// <param name="Offset">Bytes or characters before it.</param>
/// <param name="IsCut">Whether the value goes on.</param>
internal readonly record struct ConfigEntry(string Key, IEnumerable<string> Around, string Value, bool IsText, int Index, long Offset, bool IsCut = false)
{
    /// <summary>Characters of a name; vocabularies have longer ones, settings have not.</summary>
    public const int MaxKey = 200;

    public bool Is(string key) => Key == key;

    public bool IsIn(string key) => Key == key || Around.Contains(key);
}
