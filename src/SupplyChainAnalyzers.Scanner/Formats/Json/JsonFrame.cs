namespace SupplyChainAnalyzers.Scanner.Formats.Json;

/// <summary>An object or array around the value that is read.</summary>
/// <param name="key">Under which name it lies: its own, or that of the array it is in.</param>
/// <param name="isArray">Whether its values have positions, not names.</param>
internal sealed class JsonFrame(string key, bool isArray)
{
    public string Key { get; } = key;

    public bool IsArray { get; } = isArray;

    /// <summary>Of the member read last.</summary>
    public string Name { get; set; } = key;

    /// <summary>Values before.</summary>
    public int Index { get; set; }
}
