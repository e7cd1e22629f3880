namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>What an expression can be; tells on the way what it reaches.</summary>
internal sealed class JinjaExpressions(JinjaScope scope, JinjaReach reach, JinjaCosts costs, Action step)
{
    // Objects of Jinja whose printed form a template takes letters from.
    private static readonly HashSet<string> Objects = new(StringComparer.Ordinal) { "cycler", "joiner", "lipsum", "namespace", "range", "dict", "self", "loop", "caller", "gettext", "_" };

    private readonly JinjaFilters _filters = new(reach, costs);

    public JinjaValue Of(JinjaExpression expression)
    {
        step();
        return expression switch
        {
            JinjaExpression.Constant constant => JinjaValue.Of(constant.Value),
            JinjaExpression.Name name => Name(name),
            JinjaExpression.Attribute { Member: "__name__", Target: JinjaExpression.Attribute { Member: "__class__" } type } member => Member(Of(type.Target), member), // a class shown by its name
            JinjaExpression.Attribute member => Member(Of(member.Target), member),
            JinjaExpression.Item item => Item(Of(item.Target), item),
            JinjaExpression.Call call => Call(call),
            JinjaExpression.Filter filter => Filter(filter.Target is null ? JinjaValue.Computed : Of(filter.Target), filter),
            JinjaExpression.Test test => Test(test),
            JinjaExpression.Unary unary => Unary(unary),
            JinjaExpression.Binary binary => Told(JinjaOperators.Binary(binary.Operator, Of(binary.Left), Of(binary.Right), costs, binary.Line), binary.Line),
            JinjaExpression.Condition condition => Condition(condition),
            JinjaExpression.Sequence sequence => sequence.Items.Count <= JinjaList.Most ? JinjaValue.Of(new JinjaList([.. sequence.Items.Select(Of)])) : JinjaValue.Computed,
            JinjaExpression.Map map => JinjaValue.Of(new JinjaMap([.. map.Pairs.Select(pair => (Of(pair.Key), Of(pair.Value)))])),
            JinjaExpression.Slice slice => Slice(slice),
            _ => throw new InvalidOperationException(expression.GetType().Name),
        };
    }

    /// <summary>A filter on a value.</summary>
    public JinjaValue Filter(JinjaValue value, JinjaExpression.Filter filter)
    {
        var positional = filter.Arguments.Positional.Select(Of).ToArray();
        var named = filter.Arguments.Named.Select(pair => (pair.Name, Of(pair.Value))).ToArray();
        if (filter.FilterName is "string" or "e" or "escape" or "forceescape" or "list" or "pprint" or "join" or "urlize" && filter.Target is not null && IsObject(filter.Target, value))
            return JinjaValue.Assembled;

        return Told(_filters.Apply(value, filter.FilterName, new JinjaCall(positional, named, filter.Line)), filter.Line);
    }

    // Printing an object or a generator gives text with underscores: <generator object select_or_reject at …>.
    private bool IsObject(JinjaExpression written, JinjaValue value) => written switch
    {
        JinjaExpression.Name name => Objects.Contains(name.Text) || scope.Macros.ContainsKey(name.Text),
        JinjaExpression.Filter { FilterName: "select" or "reject" or "map" or "selectattr" or "rejectattr" or "batch" or "slice" or "groupby" } => value.Path.Length == 0,
        JinjaExpression.Filter { FilterName: "string" or "list", Target: { } target } => IsObject(target, value),
        _ => false,
    };

    private JinjaValue Told(JinjaValue value, int line)
    {
        reach.Value(value, line);
        return value;
    }

    private JinjaValue Name(JinjaExpression.Name name)
    {
        if (!scope.Has(name.Text))
        {
            reach.Global(name.Text, name.Line);
            if (JinjaReach.IsDunder(name.Text))
                reach.Member(JinjaValue.Computed, name.Text, name.Line);
        }

        return scope.Get(name.Text);
    }

    private JinjaValue Member(JinjaValue target, JinjaExpression.Attribute member)
    {
        reach.Member(target, member.Member, member.Line);
        return Inside(target, member.Member, JinjaPath.Of(member));
    }

    private JinjaValue Inside(JinjaValue target, string name, string path)
    {
        if (scope.Has(path))
            return scope.Get(path);

        var found = JinjaValue.Join(target.Known.OfType<JinjaMap>().Select(map => map.Find(name)));
        return target.IsOpen || found == JinjaValue.Nothing ? JinjaValue.Join(found, target.IsBuilt ? JinjaValue.Assembled : JinjaValue.Data(path)) : found;
    }

    private JinjaValue Item(JinjaValue target, JinjaExpression.Item item)
    {
        if (item.Index is JinjaExpression.Slice slice)
        {
            var bounds = new[] { slice.Start, slice.Stop, slice.Step }.Select(part => part is null ? null : Of(part)).ToArray();
            return Told(JinjaSlices.Cut(target, bounds), item.Line);
        }

        var index = Of(item.Index);
        reach.Member(target, index, item.Line, always: false);
        var result = JinjaValue.Nothing;
        foreach (var known in index.Known)
        {
            result = JinjaValue.Join(result, known switch
            {
                string name => Inside(target, name, JinjaPath.Of(item)),
                _ when JinjaOperators.Number(known) is { } number => JinjaOperators.Item(target, (long)number),
                _ => JinjaValue.Computed,
            });
        }

        if (index.IsOpen)
            result = JinjaValue.Join(result, target.Known.Count > 0 ? JinjaValue.Join(JinjaOperators.Items(target), Values(target)) : JinjaValue.Data(JinjaPath.Of(item)));
        return Told(result, item.Line);
    }

    private static JinjaValue Values(JinjaValue target) => JinjaValue.Join(target.Known.OfType<JinjaMap>().SelectMany(static map => map.Pairs).Select(static pair => pair.Value));

    private JinjaValue Slice(JinjaExpression.Slice slice)
    {
        foreach (var part in new[] { slice.Start, slice.Stop, slice.Step })
        {
            if (part is not null)
                Of(part);
        }

        return JinjaValue.Computed;
    }

    private JinjaValue Call(JinjaExpression.Call call)
    {
        var arguments = new JinjaCall([.. call.Arguments.Positional.Select(Of)], [.. call.Arguments.Named.Select(pair => (pair.Name, Of(pair.Value)))], call.Line);
        foreach (var argument in arguments.Positional)
            reach.Value(argument, call.Line);
        switch (call.Target)
        {
            case JinjaExpression.Name name:
                reach.Call(JinjaValue.Computed, name.Text, isMember: false, call.Line);
                if (name.Text is "getattr" or "hasattr" or "attrgetter" && arguments.Positional.Count > 0)
                    reach.Member(arguments.Positional[0], arguments.Positional[^1], call.Line, always: true);
                Name(name);
                return Told(Function(name.Text, arguments), call.Line);
            case JinjaExpression.Attribute member:
                var target = Of(member.Target);
                reach.Member(target, member.Member, call.Line);
                reach.Call(target, member.Member, isMember: true, call.Line);
                return Told(JinjaMethods.Call(target, member.Member, arguments, reach, costs), call.Line);
            case JinjaExpression.Item item:
                var owner = Of(item.Target);
                var names = Of(item.Index);
                Item(owner, item);
                foreach (var text in names.Texts)
                    reach.Call(owner, text, isMember: true, call.Line);
                return JinjaValue.Join(JinjaValue.Data(JinjaPath.Of(call)), JinjaValue.Join(names.Texts.Select(text => JinjaMethods.Call(owner, text, arguments, reach, costs))));
            default:
                Of(call.Target);
                return JinjaValue.Computed;
        }
    }

    private JinjaValue Function(string name, JinjaCall call)
    {
        if (scope.Macros.TryGetValue(name, out var macro))
            return Macro(macro, call);

        switch (name)
        {
            case "range":
                return Range(call);
            case "dict":
                foreach (var (key, _) in call.Named)
                    reach.Value(JinjaValue.Of(key), call.Line);
                return call.Positional.Count == 0 ? JinjaValue.Of(new JinjaMap([.. call.Named.Select(static pair => (JinjaValue.Of(pair.Name), pair.Value))])) : JinjaValue.Join(call.Positional);
            case "namespace":
                foreach (var (key, value) in call.Named)
                    reach.Value(value, call.Line);
                return JinjaValue.Of(new JinjaMap([.. call.Named.Select(static pair => (JinjaValue.Of(pair.Name), JinjaValue.Join(pair.Value, JinjaValue.Computed)))]));
            case "caller":
                return scope.Results.GetValueOrDefault(name, JinjaValue.Computed);
            case "lipsum":
                costs.Size(call.Number(0, "n") * call.Number(4, "max", 100), "writes words", call.Line);
                return JinjaValue.Computed;
            default:
                return JinjaValue.Data(name + "()");
        }
    }

    private JinjaValue Macro(JinjaStatement.Macro macro, JinjaCall call)
    {
        for (var i = 0; i < macro.Parameters.Count; i++)
        {
            var name = macro.Parameters[i].Name;
            var value = i < call.Positional.Count ? call.Positional[i] : call.Named.FirstOrDefault(pair => pair.Name == name).Value;
            if (value is not null)
                scope.Add(name, value);
        }

        return scope.Results.GetValueOrDefault(macro.Name!, JinjaValue.Computed);
    }

    private JinjaValue Range(JinjaCall call)
    {
        var (start, stop) = call.Positional.Count > 1 ? (call.Number(0, ""), call.Number(1, "")) : (0, call.Number(0, ""));
        var count = Math.Max(0, (stop - start) / Math.Max(1, Math.Abs(call.Number(2, "", 1))));
        costs.Size(count, "makes a range", call.Line);
        return JinjaValue.Join(JinjaValue.Of(new JinjaRange((long)Math.Min(count, long.MaxValue / 2))), JinjaValue.Computed);
    }

    private JinjaValue Test(JinjaExpression.Test test)
    {
        Of(test.Target);
        foreach (var argument in test.Arguments.Positional)
            Of(argument);
        return JinjaValue.Computed;
    }

    private JinjaValue Unary(JinjaExpression.Unary unary)
    {
        var value = Of(unary.Operand);
        return unary.Operator == "-" ? value.Map(static known => JinjaOperators.Number(known) is { } number ? (object)(long)Math.Clamp(-number, -1e15, 1e15) : null) : unary.Operator == "+" ? value : JinjaValue.Computed;
    }

    private JinjaValue Condition(JinjaExpression.Condition condition)
    {
        Of(condition.When);
        return JinjaValue.Join(Of(condition.Then), condition.Else is null ? JinjaValue.Nothing : Of(condition.Else));
    }
}
