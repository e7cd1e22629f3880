namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>A token of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; of a string, with its escapes resolved.</param>
/// <param name="Line">Counted from 1.</param>
internal readonly record struct JinjaToken(JinjaTokenKind Kind, string Text, int Line)
{
    public bool Is(JinjaTokenKind kind, string text) => Kind == kind && Text == text;

    public bool IsWord(string word) => Is(JinjaTokenKind.Name, word);

    public bool IsOperator(string text) => Is(JinjaTokenKind.Operator, text);
}
