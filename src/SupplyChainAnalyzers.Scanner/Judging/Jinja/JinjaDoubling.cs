namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Whether an assignment makes a text or list at least twice as long as it was: <c>set a = a ~ a</c>.</summary>
internal static class JinjaDoubling
{
    public static bool Is(JinjaStatement.Set set)
    {
        var path = JinjaPath.Of(set.Target);
        return path.Length > 0 && Count(set.Value, path) >= 2;
    }

    private static int Count(JinjaExpression value, string path) => value switch
    {
        JinjaExpression.Binary { Operator: "~" or "+" } sum => Count(sum.Left, path) + Count(sum.Right, path),
        JinjaExpression.Binary { Operator: "*", Right: JinjaExpression.Constant { Value: long and > 1 } } product => 2 * Count(product.Left, path),
        JinjaExpression.Name or JinjaExpression.Attribute when JinjaPath.Of(value) == path => 1,
        _ => 0,
    };
}
