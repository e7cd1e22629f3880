namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>A dictionary in its order, ordered ones too.</summary>
internal sealed class PyDict : PyValue
{
    public List<(object? Key, object? Value)> Items { get; } = [];

    /// <summary>The value of a text key; null when there is none.</summary>
    public object? Find(string key) => Items.LastOrDefault(item => item.Key is string text && text == key).Value;
}
