using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Methods of texts, lists and dictionaries, as far as names can be put together with them.</summary>
internal static class JinjaMethods
{
    public static JinjaValue Call(JinjaValue target, string name, JinjaCall call, JinjaReach reach, JinjaCosts costs)
    {
        switch (name)
        {
            case "format" or "format_map":
                reach.Format(target, call.Line);
                return target.Map(known => known is string text ? JinjaFormat.Braces(text, call.Positional, call.Named) : null);
            case "lower" or "casefold":
                return target.Map(static known => (known as string)?.ToLowerInvariant());
            case "upper":
                return target.Map(static known => (known as string)?.ToUpperInvariant());
            case "swapcase":
                return target.Map(static known => known is string text ? string.Concat(text.Select(static c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c))) : null);
            case "title" or "capitalize":
                return target.Map(static known => known is string text ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text) : null);
            case "strip" or "lstrip" or "rstrip":
                return Strip(target, name, call);
            case "replace":
                return Replace(target, call);
            case "join":
                return Join(target, call.Find(0, ""));
            case "split" or "rsplit" or "splitlines" or "partition":
                return Split(target, call);
            case "removeprefix" or "removesuffix":
                return target.Map(known => known is string text && call.Find(0, "")?.Known is [string part] ? Remove(text, part, name == "removeprefix") : null);
            case "center" or "ljust" or "rjust" or "zfill":
                costs.Size(call.Number(0, "width"), "pads a text to a length", call.Line);
                return target;
            case "keys":
                return target.Map(static known => known is JinjaMap map ? new JinjaList([.. map.Pairs.Select(static pair => pair.Key)]) : null);
            case "values":
                return target.Map(static known => known is JinjaMap map ? new JinjaList([.. map.Pairs.Select(static pair => pair.Value)]) : null);
            case "items":
                return target.Map(static known => known is JinjaMap map ? new JinjaList([.. map.Pairs.Select(static pair => JinjaValue.Of(new JinjaList([pair.Key, pair.Value])))]) : null);
            case "get" or "pop" or "setdefault":
                return Get(target, call, reach);
            case "append" or "extend" or "update" or "insert":
                foreach (var argument in call.Positional)
                    reach.Value(argument, call.Line);
                return JinjaValue.Computed;
            case "startswith" or "endswith" or "find" or "index" or "count" or "isdigit" or "isupper" or "islower" or "isalpha" or "isspace" or "isnumeric":
                return JinjaValue.Computed;
            default:
                return target.Map(static _ => null); // encode, translate …: assembled where the text carries a name
        }
    }

    /// <summary>The parts with the text between them.</summary>
    public static JinjaValue Join(JinjaValue separator, JinjaValue? parts)
    {
        var result = JinjaValue.Nothing;
        foreach (var known in parts?.Known ?? [])
        {
            var items = known switch
            {
                JinjaList list => list.Items,
                JinjaMap map => [.. map.Pairs.Select(static pair => pair.Key)],
                string text => [.. text.Select(static c => JinjaValue.Of(c.ToString()))],
                _ => [],
            };
            var joined = items.Count == 0 ? JinjaValue.Of("") : items[0];
            foreach (var item in items.Skip(1))
                joined = JinjaOperators.Concatenate(JinjaOperators.Concatenate(joined, separator), item);
            result = JinjaValue.Join(result, joined);
        }

        return parts is null or { IsOpen: true } ? JinjaValue.Join(result, parts is { IsBuilt: true } ? JinjaValue.Assembled : JinjaValue.Computed) : result;
    }

    private static JinjaValue Get(JinjaValue target, JinjaCall call, JinjaReach reach)
    {
        var key = call.Find(0, "") ?? JinjaValue.Computed;
        var found = JinjaValue.Join(key.Known.SelectMany(known => target.Known.OfType<JinjaMap>().Select(map => map.Find(known))));
        if (call.Find(1, "default") is { } other)
        {
            reach.Value(other, call.Line);
            found = JinjaValue.Join(found, other);
        }

        return target.IsOpen || key.IsOpen ? JinjaValue.Join(found, JinjaValue.Data(target.Path.Length > 0 && key.Texts.FirstOrDefault() is { } name ? target.Path + "." + name : target.Path)) : found;
    }

    private static JinjaValue Strip(JinjaValue target, string name, JinjaCall call)
    {
        var characters = call.Find(0, "chars") is { } given ? given.Known is [string text] ? text.ToCharArray() : [] : " \t\r\n".ToCharArray();
        return target.Map(known => known is not string text || characters.Length == 0 ? null : name switch
        {
            "lstrip" => text.TrimStart(characters),
            "rstrip" => text.TrimEnd(characters),
            _ => text.Trim(characters),
        });
    }

    /// <summary>Also the filter of this name.</summary>
    public static JinjaValue Replace(JinjaValue target, JinjaCall call)
    {
        var (old, fresh) = (call.Find(0, "s") ?? call.Find(0, "old"), call.Find(1, "new"));
        if (old is null || fresh is null)
            return JinjaValue.Computed;

        var result = JinjaValue.Nothing;
        foreach (var part in fresh.Known.Prepend(null).Skip(fresh.Known.Count == 0 ? 0 : 1))
            result = JinjaValue.Join(result, JinjaValue.Combine(target, old, (text, from) => text is string all && from is string { Length: > 0 } what && part is string to ? Replaced(all, what, to) : null));
        return result;
    }

    private static string? Replaced(string text, string from, string to)
    {
        var changed = text.Replace(from, to, StringComparison.Ordinal);
        return changed.Length > JinjaValue.MaxText ? null : changed;
    }

    private static JinjaValue Split(JinjaValue target, JinjaCall call)
    {
        var separator = call.Find(0, "sep");
        return target.Map(known => known is string text && (separator is null || separator.Known is [string { Length: > 0 }])
            ? new JinjaList([.. (separator is null ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : text.Split((string)separator.Known[0])).Take(JinjaList.Most).Select(JinjaValue.Of)])
            : null);
    }

    private static string Remove(string text, string part, bool front) => front
        ? text.StartsWith(part, StringComparison.Ordinal) ? text[part.Length..] : text
        : text.EndsWith(part, StringComparison.Ordinal) ? text[..^part.Length] : text;
}
