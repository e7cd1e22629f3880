using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1032: the digest of a file is computed, and then its path is opened again: in between it can be another file.</summary>
internal sealed class VerifiedThenReopened() : ModelRule(
    Rules.VerifiedThenReopened, "The file was hashed and is opened again by its path, so it can be swapped in between; load the bytes that were hashed")
{
    public override bool IsAbout(ApiMember member) =>
        member.Class is ApiClass.Load or ApiClass.Adapter or ApiClass.Tokenizer && (member.Roles & ParameterRoles.Path) != 0;

    public override void Analyze(SinkUse use)
    {
        foreach (var argument in use.With(ParameterRoles.Path))
        {
            if (argument.Syntax is not { } syntax || !use.Body.ChecksBytes)
                continue;

            var file = FileIdentity.Of(argument.Value, use.Strings);
            var hash = HashOf(file, use.Body, use, syntax.SpanStart);
            if (hash is null && !IsHashedByHelper(use, file, syntax.SpanStart))
                continue;

            use.Report(this, syntax.GetLocation(), hash is null ? null : [hash.Syntax.GetLocation()], null);
        }
    }

    private static bool IsHashedByHelper(SinkUse use, FileIdentity file, int end) =>
        SameType.Helpers(use, use.Body, file).Any(helper => helper.Call.Syntax.SpanStart < end && HashOf(helper.File, helper.Body, use, int.MaxValue) is not null);

    /// <summary>A call before <paramref name="end"/> that computes the digest of <paramref name="file"/>.</summary>
    private static IOperation? HashOf(FileIdentity file, SinkBody body, SinkUse use, int end)
    {
        foreach (var call in body.Calls)
        {
            if (call.Syntax.SpanStart < end && SinkBody.IsDigest(call) && call is IInvocationOperation { Arguments: var arguments }
                && arguments.Any(argument => Reads(argument.Value, file, use)))
                return call;
        }

        return null;
    }

    private static bool Reads(IOperation value, FileIdentity file, SinkUse use) =>
        ModelFlow.Find(value, use.Model, call => FileCalls.ReadPath(call) is { } path && file.Is(path, use.Strings), use.Cancellation) is not null;
}
