namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>A text is no Jinja template. Thrown by lexer and parser, caught by <see cref="JinjaJudge"/>.</summary>
internal sealed class JinjaSyntaxException(string reason, int line) : Exception(reason)
{
    /// <summary>Counted from 1.</summary>
    public int Line { get; } = line;
}
