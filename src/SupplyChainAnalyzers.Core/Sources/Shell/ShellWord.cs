using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Core.Sources.Shell;

/// <summary>A word of a command line, quotes undone.</summary>
/// <param name="Value">Its characters; <see cref="ModelAddress.Hole"/> stands for what is not known.</param>
/// <param name="Start">Characters before it.</param>
/// <param name="End">Characters up to its end, quotes included.</param>
internal sealed record ShellWord(MappedText Value, int Start, int End)
{
    public string Text => Value.Text;

    public int Length => End - Start;

    /// <summary>Whether every character is known.</summary>
    public bool IsComplete => Text.IndexOfAny([ModelAddress.Hole]) < 0;
}
