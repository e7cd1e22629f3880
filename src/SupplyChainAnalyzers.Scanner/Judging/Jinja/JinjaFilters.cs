namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Jinja's filters (jinja2/filters.py): those that read members, those names are put together with, those that cost.</summary>
internal sealed class JinjaFilters(JinjaReach reach, JinjaCosts costs)
{
    public JinjaValue Apply(JinjaValue value, string name, JinjaCall call)
    {
        switch (name)
        {
            case "attr":
                reach.Member(value, call.Find(0, "name") ?? JinjaValue.Computed, call.Line, always: true);
                return JinjaValue.Data(value.Path + "." + (call.Find(0, "name")?.Texts.FirstOrDefault() ?? "?"));
            case "map":
                return Map(value, call);
            case "selectattr" or "rejectattr" or "groupby":
                Attribute(value, call.Find(0, "attribute"), call.Line);
                return value;
            case "sort" or "unique" or "min" or "max" or "sum" or "dictsort":
                Attribute(value, call.Named.FirstOrDefault(static pair => pair.Name == "attribute").Value, call.Line);
                return name is "min" or "max" ? JinjaOperators.Items(value) : value;
            case "join":
                Attribute(value, call.Find(1, "attribute"), call.Line);
                return JinjaMethods.Join(call.Find(0, "d") ?? JinjaValue.Of(""), value);
            case "format":
                return value.Map(known => known is string text ? JinjaFormat.Percent(text, call.Positional) : null);
            case "replace":
                return JinjaMethods.Replace(value, call);
            case "lower" or "upper" or "title" or "capitalize":
                return JinjaMethods.Call(value, name, call, reach, costs);
            case "trim":
                return JinjaMethods.Call(value, "strip", call, reach, costs);
            case "reverse":
                return value.Map(static known => known switch
                {
                    string text => string.Concat(text.Reverse()),
                    JinjaList list => new JinjaList([.. list.Items.Reverse()]),
                    _ => null,
                });
            case "first":
                return JinjaOperators.Item(Listed(value), 0);
            case "last":
                return JinjaOperators.Item(Listed(value), -1);
            case "random":
                return JinjaOperators.Items(value);
            case "list":
                return Listed(value);
            case "items":
                return JinjaMethods.Call(value, "items", call, reach, costs);
            case "default" or "d":
                return JinjaValue.Join(value, call.Find(0, "default_value") ?? JinjaValue.Of(""));
            case "string" or "safe" or "e" or "escape" or "forceescape":
                return JinjaOperators.Text(value);
            case "center":
                costs.Size(call.Number(0, "width"), "pads a text to a length", call.Line);
                return value;
            case "indent":
                costs.Size(call.Number(0, "width"), "indents by a width", call.Line);
                return value;
            case "batch" or "slice":
                costs.Size(call.Number(0, name == "batch" ? "linecount" : "slices"), "makes a list", call.Line);
                return value;
            case "select" or "reject":
                return value;
            case "length" or "count" or "int" or "float" or "abs" or "round" or "wordcount" or "tojson" or "filesizeformat" or "xmlattr":
                return JinjaValue.Computed;
            default:
                return value.Map(static _ => null); // urlencode, wordwrap, and filters of other programs
        }
    }

    // map(attribute='a.b') reads members; map('attr', 'a') applies a filter by its name.
    private JinjaValue Map(JinjaValue value, JinjaCall call)
    {
        if (call.Positional.Count == 0)
        {
            Attribute(value, call.Find(0, "attribute"), call.Line);
            return JinjaValue.Data(value.Path + "[]");
        }

        var filter = call.Positional[0];
        if (filter.IsBuilt || (filter.IsOpen && filter.Path.Length == 0))
            reach.Doubt("applies a filter by a name it puts together from pieces", "map", call.Line);

        var rest = call with { Positional = [.. call.Positional.Skip(1)] };
        var result = JinjaValue.Join(filter.Texts.Select(name => Apply(JinjaOperators.Items(value), name, rest)));
        return result.IsOpen || result == JinjaValue.Nothing ? JinjaValue.Join(result, JinjaValue.Computed) : JinjaValue.Of(new JinjaList([.. Each(value).Select(item => JinjaValue.Join(filter.Texts.Select(name => Apply(item, name, rest))))]));
    }

    private static IEnumerable<JinjaValue> Each(JinjaValue value) => Listed(value).Known.OfType<JinjaList>().SelectMany(static list => list.Items).Take(JinjaList.Most);

    private void Attribute(JinjaValue value, JinjaValue? name, int line)
    {
        if (name is not null)
            reach.Member(value, name, line, always: name.Path.Length == 0);
    }

    private static JinjaValue Listed(JinjaValue value) => value.Map(static known => known switch
    {
        JinjaList list => list,
        JinjaMap map => new JinjaList([.. map.Pairs.Select(static pair => pair.Key)]),
        string text => new JinjaList([.. text.Take(JinjaList.Most).Select(static c => JinjaValue.Of(c.ToString()))]),
        _ => null,
    });
}
