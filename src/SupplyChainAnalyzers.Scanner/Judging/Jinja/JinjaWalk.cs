namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Goes through statements and expressions. The parser bounds how deep they nest.</summary>
internal static class JinjaWalk
{
    /// <summary>An expression and those within, as they are written.</summary>
    public static void Each(JinjaExpression? expression, Action<JinjaExpression> visit)
    {
        if (expression is null)
            return;

        visit(expression);
        foreach (var inner in Parts(expression))
            Each(inner, visit);
    }

    /// <summary>Statements and those within, in their order.</summary>
    public static void Each(IReadOnlyList<JinjaStatement> body, Action<JinjaStatement> visit)
    {
        foreach (var statement in body)
        {
            visit(statement);
            foreach (var inner in Bodies(statement))
                Each(inner, visit);
        }
    }

    /// <summary>The bodies of a statement that has some.</summary>
    public static IEnumerable<IReadOnlyList<JinjaStatement>> Bodies(JinjaStatement statement) => statement switch
    {
        JinjaStatement.If branches => branches.Branches.Select(static branch => branch.Body),
        JinjaStatement.For loop => [loop.Body, loop.Else],
        JinjaStatement.Macro macro => [macro.Body],
        JinjaStatement.Group group => [group.Body],
        JinjaStatement.SetBlock block => [block.Body],
        _ => [],
    };

    private static IEnumerable<JinjaExpression> Parts(JinjaExpression expression) => expression switch
    {
        JinjaExpression.Binary binary => [binary.Left, binary.Right],
        JinjaExpression.Unary unary => [unary.Operand],
        JinjaExpression.Condition condition => condition.Else is { } other ? [condition.When, condition.Then, other] : [condition.When, condition.Then],
        JinjaExpression.Filter { Target: { } target } => [target],
        JinjaExpression.Call { Target: JinjaExpression.Attribute member } => [member.Target],
        JinjaExpression.Sequence sequence => sequence.Items,
        _ => [],
    };
}
