using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>string.Format and what else makes one text of a pattern and its parts.</summary>
internal sealed partial class StringEvaluator
{
    /// <summary><c>string.Format("…{0}…", x)</c>: literal parts, and arguments without a format of their own.</summary>
    private StringValue[] Format(IInvocationOperation call, int depth)
    {
        // A culture may go first.
        var pattern = call.TargetMethod.Parameters.FirstOrDefault(static parameter => parameter.Name == "format")?.Ordinal ?? -1;
        if (pattern < 0 || Evaluate(Argument(call.Arguments, pattern), depth + 1) is not [{ IsComplete: true } format])
            return UnknownOnly;

        var arguments = new List<IOperation?>();
        for (var i = pattern + 1; i < call.Arguments.Length; i++)
            arguments.AddRange(Elements(Argument(call.Arguments, i)));

        var literal = format.Pieces is [{ Literal: { } written }] ? written : null;
        var values = EmptyOnly;
        var text = format.Text;
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var end = open < 0 ? text.Length : open;
            // Doubled braces are rare in addresses and paths.
            if (text.IndexOf('}', at, end - at) >= 0)
                return UnknownOnly;

            if (end > at)
                values = Join(values, [new StringValue([new StringPiece(text.Substring(at, end - at), literal)])]);

            if (open < 0)
                break;

            var close = text.IndexOf('}', open);
            if (close < 0)
                return UnknownOnly;

            var index = text.Substring(open + 1, close - open - 1);
            var isPlain = int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < arguments.Count;
            values = Join(values, isPlain ? Evaluate(arguments[number], depth + 1) : UnknownOnly);
            at = close + 1;
        }

        return values;
    }

    /// <summary><c>string.Join("/", a, b)</c>.</summary>
    private StringValue[] JoinText(IInvocationOperation call, int depth)
    {
        if (call.Arguments.Length != 2)
            return UnknownOnly;

        var separator = Evaluate(Argument(call.Arguments, 0), depth + 1);
        StringValue[]? values = null;
        foreach (var element in Elements(Argument(call.Arguments, 1)))
        {
            var next = Evaluate(element, depth + 1);
            values = values is null ? next : Join(Join(values, separator), next);
        }

        return values ?? UnknownOnly;
    }

    /// <summary><c>text.TrimEnd('/')</c>, which people put before a slash of their own.</summary>
    private StringValue[] TrimEnd(IInvocationOperation call, int depth)
    {
        if (!call.Arguments.SelectMany(static argument => Elements(argument.Value)).All(static element => element?.ConstantValue is { HasValue: true, Value: '/' }))
            return UnknownOnly;

        return [.. Evaluate(call.Instance, depth + 1).Select(static value =>
            value.Text.Length > 0 && value.Text[value.Text.Length - 1] == '/' ? value.Take(value.Text.TrimEnd('/').Length) : value)];
    }
}
