namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>How an expression would be written, with computed parts left out: <c>messages[].content</c>.</summary>
internal static class JinjaPath
{
    public static string Of(JinjaExpression expression) => expression switch
    {
        JinjaExpression.Name name => name.Text,
        JinjaExpression.Attribute member => Cut(Of(member.Target)) + "." + member.Member,
        JinjaExpression.Item { Index: JinjaExpression.Constant { Value: string key } } item => Cut(Of(item.Target)) + "." + key,
        JinjaExpression.Item item => Cut(Of(item.Target)) + "[]",
        JinjaExpression.Call call => Cut(Of(call.Target)) + "()",
        JinjaExpression.Filter { Target: { } target } => Of(target),
        _ => "",
    };

    private static string Cut(string path) => path.Length > 200 ? path[..200] : path;
}
