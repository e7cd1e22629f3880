namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>
/// What an expression can be, as far as the template alone decides it. Constants are followed through every operation that
/// can build a name; the rest is open: data of the conversation, objects of Python.
/// </summary>
internal sealed class JinjaValue
{
    private const int MaxAlternatives = 24;

    /// <summary>Characters of a text that is still followed.</summary>
    public const int MaxText = 4096;

    private JinjaValue(IReadOnlyList<object> known, bool open, bool built, string path)
    {
        (Known, IsOpen, IsBuilt, Path) = (known, open, built, path);
        JinjaBudget.Pay(1 + known.Count + (known.Count == 1 ? Size(known[0]) : 0));
    }

    /// <summary>Alternatives: text, number, truth value, <see cref="JinjaNone"/>, <see cref="JinjaList"/>, <see cref="JinjaMap"/>.</summary>
    public IReadOnlyList<object> Known { get; }

    /// <summary>Whether it can be something else too.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether the template itself puts it together from pieces in a way that was not followed: the conversation does not decide it.</summary>
    public bool IsBuilt { get; }

    /// <summary>How it was reached: <c>messages[].content</c>; empty for computed values.</summary>
    public string Path { get; }

    public IEnumerable<string> Texts => Known.OfType<string>();

    public static JinjaValue Nothing { get; } = Fixed(open: false, built: false);

    public static JinjaValue Computed { get; } = Fixed(open: true, built: false);

    public static JinjaValue Assembled { get; } = Fixed(open: true, built: true);

    /// <summary>A constant. Whole numbers are kept as such: they count and index.</summary>
    public static JinjaValue Of(object value) => value switch
    {
        string { Length: > MaxText } => Computed,
        double number when Math.Abs(number) < 1e15 && number == Math.Floor(number) => new JinjaValue([(long)number], false, false, ""),
        _ => new JinjaValue([value], false, false, ""),
    };

    public static JinjaValue Data(string path) => new([], true, false, path.Length > 200 ? path[..200] : path);

    // Made before any template is followed, so nobody pays.
    private static JinjaValue Fixed(bool open, bool built)
    {
        JinjaBudget.Begin();
        return new JinjaValue([], open, built, "");
    }

    /// <summary>Either of both.</summary>
    public static JinjaValue Join(JinjaValue a, JinjaValue b)
    {
        if (ReferenceEquals(a, b) || b == Nothing)
            return a;
        if (a == Nothing)
            return b;

        var known = new List<object>(a.Known);
        foreach (var value in b.Known)
        {
            if (!known.Contains(value))
                known.Add(value);
        }

        var path = a.Path.Length > 0 ? a.Path : b.Path;
        return known.Count > MaxAlternatives
            ? new JinjaValue([.. known.Take(MaxAlternatives)], true, a.IsBuilt || b.IsBuilt || known.Exists(static value => value is string text && text.Contains('_', StringComparison.Ordinal)), path)
            : new JinjaValue(known, a.IsOpen || b.IsOpen, a.IsBuilt || b.IsBuilt, path);
    }

    public static JinjaValue Join(IEnumerable<JinjaValue> values) => values.Aggregate(Nothing, Join);

    /// <summary>Each alternative changed; what can't be followed is computed, or assembled when its pieces are the template's.</summary>
    public JinjaValue Map(Func<object, object?> change)
    {
        var result = Nothing;
        foreach (var value in Known)
            result = Join(result, change(value) is { } changed ? Of(changed) : CarriesName(value) ? Assembled : Computed);
        return IsOpen ? Join(result, IsBuilt ? Assembled : Data(Path)) : result;
    }

    /// <summary>All pairs of alternatives combined.</summary>
    public static JinjaValue Combine(JinjaValue a, JinjaValue b, Func<object, object, object?> combine)
    {
        var result = Nothing;
        foreach (var left in a.Known.Take(MaxAlternatives))
        {
            foreach (var right in b.Known.Take(MaxAlternatives))
                result = Join(result, combine(left, right) is { } value ? Of(value) : CarriesName(left) || CarriesName(right) ? Assembled : Computed);
        }

        if (!a.IsOpen && !b.IsOpen)
            return result;

        var built = a.IsBuilt || b.IsBuilt || a.Known.Any(CarriesName) || b.Known.Any(CarriesName);
        return Join(result, built ? Assembled : Computed);
    }

    private static int Size(object value) => value switch { string text => text.Length, JinjaList list => list.Items.Count, JinjaMap map => map.Pairs.Count, _ => 0 };

    // A piece of text with which names of Python's internals are put together.
    private static bool CarriesName(object value) => value is string text && (text.Contains("__", StringComparison.Ordinal) || text is "_" || (text.Length < 40 && (text.StartsWith('_') || text.EndsWith('_'))));
}
