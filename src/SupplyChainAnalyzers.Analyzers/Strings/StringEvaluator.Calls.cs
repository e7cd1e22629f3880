using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Paths, addresses and texts that a call puts together.</summary>
internal sealed partial class StringEvaluator
{
    private static readonly char[] Separators = ['/', '\\'];

    private StringValue[] Call(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        return method.Name switch
        {
            "Combine" when type.IsPath() => Fold(call, depth, CombinePath),
            "Join" when type.IsPath() => Fold(call, depth, AppendPath),
            "ToString" when type.IsUri() => Evaluate(call.Instance, depth + 1),
            "GetFullPath" when type.IsPath() => Evaluate(call.Arguments[0].Value, depth + 1),
            "GetDirectoryName" when type.IsPath() => [.. Evaluate(call.Arguments[0].Value, depth + 1).Select(ParentFolder)],
            "GetCurrentDirectory" when type.Is("Directory", "IO", "System") => [new StringValue([StringPiece.Application])],
            "GetTempPath" when type.IsPath() => SharedFolder,
            "GetFolderPath" when KnownSymbols.IsSharedFolder(call) => SharedFolder,
            "Concat" when type.SpecialType == SpecialType.System_String => Fold(call, depth, static (left, right) => left.Append(right)),
            "GetString" when type.Is("Encoding", "Text", "System") && call.Arguments.Length == 1 => Evaluate(call.Arguments[0].Value, depth + 1),
            _ => UnknownOnly,
        };
    }

    private static readonly StringValue[] SharedFolder = [new StringValue([StringPiece.SharedFolder])];

    private StringValue[] Created(IObjectCreationOperation creation, int depth)
    {
        if (!creation.Type.IsUri() || creation.Arguments.IsEmpty)
            return UnknownOnly;

        var address = Evaluate(Argument(creation.Arguments, 0), depth + 1);
        var isRelative = creation.Constructor!.Parameters is [{ Type: var first }, { Type: var second }, ..]
            && first.IsUri() && (second.IsUri() || second.SpecialType == SpecialType.System_String);
        return isRelative ? Fold(address, Evaluate(Argument(creation.Arguments, 1), depth + 1), Resolve) : address;
    }

    /// <summary>All arguments from left to right, those of a params array too.</summary>
    private StringValue[] Fold(IInvocationOperation call, int depth, Func<StringValue, StringValue, StringValue> append)
    {
        StringValue[]? values = null;
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            foreach (var element in Elements(Argument(call.Arguments, i)))
            {
                var next = Evaluate(element, depth + 1);
                values = values is null ? next : Fold(values, next, append);
            }
        }

        return values ?? UnknownOnly;
    }

    private static StringValue[] Fold(StringValue[] left, StringValue[] right, Func<StringValue, StringValue, StringValue> append) =>
        left.Length * right.Length > MaxValues ? UnknownOnly : [.. from first in left from second in right select append(first, second)];

    // A params array, or the collection that newer compilers make of a params span (a kind this compiler API has no name for).
    private static IEnumerable<IOperation?> Elements(IOperation? argument) => argument switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        { Type: INamedTypeSymbol { Name: "ReadOnlySpan" }, ChildOperations.Count: > 0 } => argument.ChildOperations,
        _ => [argument],
    };

    // Operations list arguments in the order of evaluation, which named arguments change.
    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, int ordinal)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
                return argument.Value;
        }

        return null;
    }

    private static StringValue CombinePath(StringValue left, StringValue right) => IsRooted(right.Text) ? right : AppendPath(left, right);

    private static StringValue AppendPath(StringValue left, StringValue right)
    {
        if (left.Text.Length == 0)
            return right;

        return left.Text[left.Text.Length - 1] is '/' or '\\' ? left.Append(right) : left.Append(Slash).Append(right);
    }

    private static readonly StringValue Slash = new([new StringPiece("/", null)]);

    private static bool IsRooted(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' or StringValue.AppFolder || (path.Length > 1 && path[1] == ':'));

    private static StringValue ParentFolder(StringValue path)
    {
        var end = path.Text.LastIndexOfAny(Separators);
        return end <= 0 ? StringValue.Unknown : path.Take(end);
    }

    /// <summary>A relative address on a base, as RFC 3986 §5.3 has it for the forms that occur: absolute, from the root, beside the base.</summary>
    private static StringValue Resolve(StringValue address, StringValue relative)
    {
        var text = relative.Text;
        if (text.IndexOf("://", StringComparison.Ordinal) > 0)
            return relative;

        var scheme = address.Text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return StringValue.Unknown;

        var authority = address.Text.IndexOf('/', scheme + 3);
        if (text.Length > 0 && text[0] == '/')
            return (authority < 0 ? address : address.Take(authority)).Append(relative);

        return authority < 0
            ? address.Append(Slash).Append(relative)
            : address.Take(address.Text.LastIndexOf('/') + 1).Append(relative);
    }
}
