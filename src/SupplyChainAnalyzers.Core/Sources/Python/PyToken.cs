namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>A token of Python source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a string, its value.</param>
/// <param name="Offset">Characters before it.</param>
/// <param name="End">Characters up to its end, quotes included.</param>
internal readonly record struct PyToken(PyTokenKind Kind, string Text, int Offset, int End)
{
    public bool Is(string text) => Kind is PyTokenKind.Name or PyTokenKind.Operator && Text == text;

    public bool IsString => Kind is PyTokenKind.Text or PyTokenKind.Bytes or PyTokenKind.Format;
}
