using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1033: what is loaded was downloaded a few lines before, and nothing compared it with a digest in between.</summary>
internal sealed class DownloadNotVerified() : ModelRule(
    Rules.DownloadNotVerified, "The model is downloaded and loaded without a look at its digest; compare its SHA-256 with the one of models.lock before it is loaded")
{
    private const ParameterRoles Content = ParameterRoles.Path | ParameterRoles.Bytes | ParameterRoles.Stream;

    // Downloads are asked for too, so that their names are known where a load is followed back.
    public override bool IsAbout(ApiMember member) => member.Class == ApiClass.Download || (IsLoad(member) && (member.Roles & Content) != 0);

    public override void Analyze(SinkUse use)
    {
        if (!IsLoad(use.Member))
            return;

        foreach (var argument in use.With(Content))
        {
            if (argument.Syntax is not { } syntax || use.Body.ChecksBytes || Origin(use, argument) is not { } download || IsLocked(use, download))
                continue;

            use.Report(this, syntax.GetLocation(), [download.Syntax.GetLocation()], null);
        }
    }

    private static bool IsLoad(ApiMember member) => member.Class is ApiClass.Load or ApiClass.Adapter or ApiClass.Tokenizer;

    private static IOperation? Origin(SinkUse use, SinkArgument argument)
    {
        var body = use.Body;
        if (ModelFlow.Find(argument.Value, use.Model, call => Downloads.IsUnchecked(body, call), use.Cancellation) is { } direct)
            return direct;

        if ((argument.Roles & ParameterRoles.Path) == 0)
            return null;

        var file = FileIdentity.Of(argument.Value, use.Strings);
        if (Downloads.Into(file, body, use) is { } here)
            return here;

        foreach (var (_, helper, parameter) in SameType.Helpers(use, body, file))
        {
            if (!helper.ChecksBytes && Downloads.Into(parameter, helper, use) is { } inHelper)
                return inHelper;
        }

        if (file.Symbol is not { Kind: SymbolKind.Field or SymbolKind.Property } member)
            return null;

        var others = SameType.MembersWith(use, member).ToList();
        return others.Exists(static other => other.ChecksBytes) ? null : others.Select(other => Downloads.Into(file, other, use)).FirstOrDefault(static found => found is not null);
    }

    // A commit that the lock has stands for bytes that are known.
    private static bool IsLocked(SinkUse use, IOperation download) =>
        use.Project.Lock.IsUsable && download is Microsoft.CodeAnalysis.Operations.IInvocationOperation call
        && call.Arguments.Any(argument => use.Strings.Evaluate(argument.Value) is [{ IsComplete: true, Text: var address }] && use.Project.Lock.Covers(address));
}
