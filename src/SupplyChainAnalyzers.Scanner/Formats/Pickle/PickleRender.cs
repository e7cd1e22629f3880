using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Writes values as Python would show them; what is not known as an ellipsis. All of it is safe to show.</summary>
internal sealed class PickleRender(PickleHeap heap, PickleNames names)
{
    private const int MaxDepth = 4;
    private const int MaxText = 120;
    private const int MaxShown = 8;

    public string Value(PickleValue value, int depth = 0) => value.Kind switch
    {
        PickleKind.None => "None",
        PickleKind.True => "True",
        PickleKind.False => "False",
        PickleKind.Int => value.TryInt(out var number) ? number.ToString(CultureInfo.InvariantCulture) : "<int>",
        PickleKind.Float => "<float>",
        PickleKind.Str => (value.Own & PickleTraits.Lost) != 0 ? "<str>" : Quote(PickleConstants.Text(heap.Source, value.Payload, MaxText * 2)),
        PickleKind.Bytes or PickleKind.ByteArray => (value.Own & PickleTraits.Lost) != 0 ? "<bytes>" : Bytes(value),
        PickleKind.Tuple => Items(value, "(", ")", depth),
        PickleKind.List => Items(value, "[", "]", depth),
        PickleKind.Dict => Items(value, "{", "}", depth),
        PickleKind.Set or PickleKind.FrozenSet => Items(value, "{", "}", depth),
        PickleKind.Global => Name(value.Name),
        PickleKind.Result => heap.TryResult(value, out _, out _, out var call) ? $"v{call.ToString(CultureInfo.InvariantCulture)}" : "<object>",
        PickleKind.Persistent => "<persistent>",
        PickleKind.Buffer => "<buffer>",
        _ => "<unknown>",
    };

    public string Name(int name) => Printable.Of(names[name].Dotted, MaxText);

    /// <summary>Arguments of a call, without parentheses.</summary>
    public string Arguments(PickleValue arguments, int depth = 0)
    {
        if (arguments.Kind != PickleKind.Tuple)
            return "*" + Value(arguments, depth + 1);

        var items = heap.Items(arguments);
        var shown = items.Take(MaxShown).Select(item => Value(item, depth + 1));
        return string.Join(", ", heap.Count(arguments) is -1 or > MaxShown ? shown.Append("…") : shown);
    }

    public string Call(PickleValue callee, PickleValue arguments) => $"{Value(callee)}({Arguments(arguments)})";

    private string Items(PickleValue value, string open, string close, int depth)
    {
        if (depth >= MaxDepth)
            return open + "…" + close;

        var items = heap.Items(value);
        var count = heap.Count(value);
        var text = new StringBuilder(open);
        for (var i = 0; i < Math.Min(items.Length, MaxShown); i++)
        {
            text.Append(i == 0 ? "" : value.Kind == PickleKind.Dict && i % 2 == 1 ? ": " : ", ");
            text.Append(Value(items[i], depth + 1));
        }

        if (count < 0 || count > Math.Min(items.Length, MaxShown))
            text.Append(text.Length > 1 ? ", …" : "…");
        else if (value.Kind == PickleKind.Tuple && count == 1)
            text.Append(',');

        return text.Append(close).ToString();
    }

    private static string Quote(string text) => "'" + Printable.Of(text, MaxText) + "'";

    private string Bytes(PickleValue value)
    {
        var bytes = PickleConstants.Bytes(heap.Source, value.Payload, MaxText);
        var isText = bytes.All(static b => b is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\t');
        return isText ? "b" + Quote(Encoding.ASCII.GetString(bytes)) : $"<{PickleConstants.Range(heap.Source, value.Payload).Length.ToString(CultureInfo.InvariantCulture)} bytes>";
    }
}
