using System.Text;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>Puts a <see cref="MappedText"/> together.</summary>
internal sealed class MappedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _offsets = [];

    public int Length => _text.Length;

    public void Append(char c, int offset)
    {
        _text.Append(c);
        _offsets.Add(offset);
    }

    /// <summary>Text that stands for what is at one place: the value of a variable.</summary>
    public void Append(string text, int offset)
    {
        foreach (var c in text)
            Append(c, offset);
    }

    public MappedText Build(int end) => MappedText.Of(_text.ToString(), [.. _offsets, end]);
}
