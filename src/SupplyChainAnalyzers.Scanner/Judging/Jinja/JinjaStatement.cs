namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>A statement of a template (jinja2/nodes.py, Stmt).</summary>
internal abstract record JinjaStatement(int Line)
{
    /// <summary>Text for the output.</summary>
    internal sealed record Data(string Text, int Line) : JinjaStatement(Line);

    /// <summary><c>{{ a }}</c>.</summary>
    internal sealed record Output(JinjaExpression Value, int Line) : JinjaStatement(Line);

    /// <summary><c>do a</c>: computed, not shown.</summary>
    internal sealed record Do(JinjaExpression Value, int Line) : JinjaStatement(Line);

    /// <summary><c>set a = b</c>, <c>with a = b</c>.</summary>
    internal sealed record Set(JinjaExpression Target, JinjaExpression Value, int Line) : JinjaStatement(Line);

    /// <summary><c>set a</c> … <c>endset</c>; filters wrap the body.</summary>
    internal sealed record SetBlock(JinjaExpression? Target, IReadOnlyList<JinjaExpression.Filter> Filters, IReadOnlyList<JinjaStatement> Body, int Line) : JinjaStatement(Line);

    /// <summary><c>for a in b if c</c>.</summary>
    internal sealed record For(JinjaExpression Target, JinjaExpression Values, JinjaExpression? Condition, IReadOnlyList<JinjaStatement> Body, IReadOnlyList<JinjaStatement> Else, int Line) : JinjaStatement(Line);

    /// <summary><c>if</c>, <c>elif</c>, and <c>else</c> with no test.</summary>
    internal sealed record If(IReadOnlyList<(JinjaExpression? Test, IReadOnlyList<JinjaStatement> Body)> Branches, int Line) : JinjaStatement(Line);

    /// <summary><c>macro a(b=c)</c>; <c>call(b) a()</c> has no name and the call.</summary>
    internal sealed record Macro(string? Name, IReadOnlyList<(string Name, JinjaExpression? Default)> Parameters, JinjaExpression? Call, IReadOnlyList<JinjaStatement> Body, int Line) : JinjaStatement(Line);

    /// <summary>Statements that only group: block, with, autoescape, generation.</summary>
    internal sealed record Group(IReadOnlyList<JinjaStatement> Body, int Line) : JinjaStatement(Line);

    /// <summary><c>include</c>, <c>import</c>, <c>from</c>, <c>extends</c>: another template.</summary>
    internal sealed record Load(string Word, JinjaExpression Name, IReadOnlyList<string> Names, int Line) : JinjaStatement(Line);
}
