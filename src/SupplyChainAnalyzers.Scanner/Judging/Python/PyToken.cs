namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>A token of Python source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a string, its value.</param>
/// <param name="Offset">Characters before it.</param>
internal readonly record struct PyToken(PyTokenKind Kind, string Text, int Offset)
{
    public bool Is(string text) => Kind is PyTokenKind.Name or PyTokenKind.Operator && Text == text;

    public bool IsString => Kind is PyTokenKind.Text or PyTokenKind.Bytes or PyTokenKind.Format;
}
