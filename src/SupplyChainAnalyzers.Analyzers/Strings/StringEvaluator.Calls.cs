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
            "Format" when type.SpecialType == SpecialType.System_String => Format(call, depth),
            "Join" when type.SpecialType == SpecialType.System_String => JoinText(call, depth),
            "TrimEnd" when type.SpecialType == SpecialType.System_String => TrimEnd(call, depth),
            "ToString" when type.SpecialType == SpecialType.System_String || type.Is("UriBuilder", "System") => Evaluate(call.Instance, depth + 1),
            "EscapeDataString" or "EscapeUriString" when type.IsUri() => Evaluate(call.Arguments[0].Value, depth + 1),
            "GetValue" when type.Is("ConfigurationBinder", "Configuration", "Extensions", "Microsoft") => Default(call, depth),
            "GetValueOrDefault" => Default(call, depth),
            "First" or "FirstOrDefault" or "Single" or "ElementAt" when type.Is("Enumerable", "Linq", "System") => Indexed(call.Arguments[0].Value, depth),
            _ => Returned(call, depth),
        };
    }

    private static readonly StringValue[] SharedFolder = [new StringValue([StringPiece.SharedFolder])];

    /// <summary>What a reader of configuration is told to give when there is nothing.</summary>
    private StringValue[] Default(IInvocationOperation call, int depth) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "defaultValue") is { ArgumentKind: not ArgumentKind.DefaultValue } given
            ? [.. Evaluate(given.Value, depth + 1).Select(static value => value.AsFallback())]
            : UnknownOnly;

    private StringValue[] Created(IObjectCreationOperation creation, int depth)
    {
        if (creation.Type.Is("UriBuilder", "System"))
            return creation.Arguments.Length == 1 && creation.Initializer is null ? Evaluate(creation.Arguments[0].Value, depth + 1) : Built(creation, depth);

        if (!creation.Type.IsUri() || creation.Arguments.IsEmpty)
            return UnknownOnly;

        var address = Evaluate(Argument(creation.Arguments, 0), depth + 1);
        var isRelative = creation.Constructor!.Parameters is [{ Type: var first }, { Type: var second }, ..]
            && first.IsUri() && (second.IsUri() || second.SpecialType == SpecialType.System_String);
        return isRelative ? Fold(address, Evaluate(Argument(creation.Arguments, 1), depth + 1), Resolve) : address;
    }

    /// <summary>An address from its parts, each an argument or a property: scheme, host and path.</summary>
    private StringValue[] Built(IObjectCreationOperation creation, int depth)
    {
        var scheme = Part("Scheme") ?? [Text("http")];
        if (Part("Host") is not { } host)
            return UnknownOnly;

        var path = Part("Path") ?? EmptyOnly;
        if (path is [{ Text: var start }] && (start.Length == 0 || start[0] != '/'))
            path = Join([Slash], path);

        return Join(Join(Join(scheme, [Text("://")]), host), path);

        StringValue[]? Part(string name)
        {
            var value = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: var property } && property == name)?.Value
                ?? creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is { } parameter && IsNamed(parameter, name))?.Value;
            return value is null ? null : Evaluate(value, depth + 1);
        }

        // scheme, schemeName; host, hostName; path, pathValue
        static bool IsNamed(string parameter, string part) =>
            parameter.StartsWith(part, StringComparison.OrdinalIgnoreCase) && parameter.Substring(part.Length) is "" or "Name" or "Value";

        static StringValue Text(string text) => new([new StringPiece(text, null)]);
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
    public static StringValue Resolve(StringValue address, StringValue relative)
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
