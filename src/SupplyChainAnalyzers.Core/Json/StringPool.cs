namespace SupplyChainAnalyzers.Core.Json;

/// <summary>
/// Makes short texts that repeat (<c>sha256</c>, <c>size</c>, <c>onnx</c>) once: a lock of 100,000 files holds
/// each of them 100,000 times. A small direct-mapped table, so that hostile texts cost nothing but a miss.
/// </summary>
internal sealed class StringPool
{
    private const int Slots = 128;
    private const int MaxLength = 24;

    private readonly string?[] _slots = new string?[Slots];

    public string Take(string text, int start, int length)
    {
        if (length == 0)
            return "";
        if (length > MaxLength)
            return text.Substring(start, length);

        var slot = ((length * 37) + (text[start] * 11) + (text[start + length - 1] * 5)) % Slots;
        var pooled = _slots[slot];
        if (pooled is not null && pooled.Length == length && string.CompareOrdinal(pooled, 0, text, start, length) == 0)
            return pooled;

        return _slots[slot] = text.Substring(start, length);
    }
}
