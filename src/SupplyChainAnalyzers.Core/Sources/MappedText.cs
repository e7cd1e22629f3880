namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>A text that was taken out of another one, with escapes undone and line ends joined, and where each of its characters stands there.</summary>
internal sealed class MappedText
{
    private readonly int[]? _offsets;

    private MappedText(string text, int[]? offsets)
    {
        Text = text;
        _offsets = offsets;
    }

    public string Text { get; }

    /// <summary>A text that stands for itself.</summary>
    public static MappedText Of(string text) => new(text, null);

    /// <param name="text">The text.</param>
    /// <param name="offsets">One for each character, and one for a text without any.</param>
    public static MappedText Of(string text, IEnumerable<int> offsets) => new(text, [.. offsets]);

    /// <summary>Where character <paramref name="index"/> begins in the outermost text.</summary>
    public int Offset(int index) => _offsets is null ? index : _offsets[index];

    /// <summary>Where what ends before character <paramref name="index"/> ends there: quotes and line ends that follow do not belong to it.</summary>
    public int End(int index) => index == 0 ? Offset(0) : Offset(index - 1) + 1;

    public MappedText Slice(int start, int end) =>
        new(Text.Substring(start, end - start), [.. Enumerable.Range(start, end - start).Select(Offset), End(end)]);
}
