namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>An expression of a template (jinja2/nodes.py, Expr).</summary>
internal abstract record JinjaExpression(int Line)
{
    /// <summary>Nested expressions, this one included: whoever walks it goes so deep.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Text, number (long, double), truth value, or <see cref="JinjaNone"/>.</summary>
    internal sealed record Constant(object Value, int Line) : JinjaExpression(Line);

    /// <summary>A variable.</summary>
    internal sealed record Name(string Text, int Line) : JinjaExpression(Line);

    /// <summary><c>a.b</c>.</summary>
    internal sealed record Attribute(JinjaExpression Target, string Member, int Line) : JinjaExpression(Line);

    /// <summary><c>a[b]</c>.</summary>
    internal sealed record Item(JinjaExpression Target, JinjaExpression Index, int Line) : JinjaExpression(Line);

    /// <summary><c>a:b:c</c> in brackets.</summary>
    internal sealed record Slice(JinjaExpression? Start, JinjaExpression? Stop, JinjaExpression? Step, int Line) : JinjaExpression(Line);

    /// <summary><c>a(b, c=d)</c>.</summary>
    internal sealed record Call(JinjaExpression Target, JinjaArguments Arguments, int Line) : JinjaExpression(Line);

    /// <summary><c>a | b(c)</c>; the target is null in a filter block.</summary>
    internal sealed record Filter(JinjaExpression? Target, string FilterName, JinjaArguments Arguments, int Line) : JinjaExpression(Line);

    /// <summary><c>a is b</c>.</summary>
    internal sealed record Test(JinjaExpression Target, string TestName, JinjaArguments Arguments, int Line) : JinjaExpression(Line);

    /// <summary><c>not a</c>, <c>-a</c>, <c>+a</c>.</summary>
    internal sealed record Unary(string Operator, JinjaExpression Operand, int Line) : JinjaExpression(Line);

    /// <summary>Arithmetic, comparison, logic.</summary>
    internal sealed record Binary(string Operator, JinjaExpression Left, JinjaExpression Right, int Line) : JinjaExpression(Line);

    /// <summary><c>a if b else c</c>.</summary>
    internal sealed record Condition(JinjaExpression When, JinjaExpression Then, JinjaExpression? Else, int Line) : JinjaExpression(Line);

    /// <summary>A list or a tuple.</summary>
    internal sealed record Sequence(IReadOnlyList<JinjaExpression> Items, int Line) : JinjaExpression(Line);

    /// <summary>A dictionary.</summary>
    internal sealed record Map(IReadOnlyList<(JinjaExpression Key, JinjaExpression Value)> Pairs, int Line) : JinjaExpression(Line);
}
