using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>Calls that fetch bytes, and the files these end up in.</summary>
internal static class Downloads
{
    /// <summary>Whether a call fetches bytes that nothing compares with a digest; text is fetched for other purposes.</summary>
    public static bool IsUnchecked(SinkBody body, IOperation call)
    {
        if (body.MemberOf(call) is not { Class: ApiClass.Download, Kind: ApiKind.Method } member || member.Name.IndexOf("String", StringComparison.Ordinal) >= 0)
            return false;

        // One that is given a digest looks at it; whether that is a good one is for another rule.
        return (member.Roles & ParameterRoles.Hash) == 0
            || !((IInvocationOperation)call).Arguments.Any(argument =>
                argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { } parameter && (member.RoleOf(parameter.Name) & ParameterRoles.Hash) != 0);
    }

    /// <summary>The call of <paramref name="body"/> that fetches <paramref name="file"/>: it is told the file, or the file is written beside it.</summary>
    public static IOperation? Into(FileIdentity file, SinkBody body, SinkUse use)
    {
        IOperation? fetch = null;
        var isWritten = false;
        foreach (var call in body.Calls)
        {
            isWritten |= FileCalls.WrittenPath(call) is { } path && file.Is(path, use.Strings);
            if (!IsUnchecked(body, call))
                continue;

            if (IsTold(body, (IInvocationOperation)call, file, use))
                return call;

            fetch ??= call;
        }

        return isWritten ? fetch : null;
    }

    private static bool IsTold(SinkBody body, IInvocationOperation call, FileIdentity file, SinkUse use)
    {
        var member = body.MemberOf(call)!;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && (member.RoleOf(parameter.Name) & ParameterRoles.Output) != 0 && file.Is(argument.Value, use.Strings))
                return true;
        }

        return false;
    }
}
