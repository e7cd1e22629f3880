using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1001: a hub client that could be told a revision is told none, and follows the default branch.</summary>
internal sealed class DownloadWithoutRevision() : ModelRule(Rules.DownloadWithoutRevision, "{0} is downloaded without a revision and follows the default branch; {1}")
{
    // What the hub serves when nothing else is said.
    private const string DefaultBranch = "main";

    public override bool IsAbout(ApiMember member) =>
        member.Class == ApiClass.Download && (member.Roles & ParameterRoles.Repo) != 0 && (member.Roles & ParameterRoles.Revision) != 0;

    public override void Analyze(SinkUse use)
    {
        var revision = use.With(ParameterRoles.Revision).FirstOrDefault();
        if (revision is { IsOmitted: false, IsNothing: false } || IsOffline(use) || IsOwnServer(use))
            return;

        var repo = HubRepo.Of(use);
        if (repo is not null && (HubRepo.IsLocalFolder(repo) || use.Options.Matches(Rule.Id, "allowed_unpinned_repos", repo)))
            return;

        var pin = repo is null ? null : use.Project.Lock.FindPin(repo, HubRepo.FileOf(use), DefaultBranch);
        // An overload without the parameter can only be left for another one, which is no small change.
        var edit = revision is null ? null : revision.IsOmitted ? PinProperties.EditArgument : PinProperties.EditExpression;
        use.Report(
            this,
            revision?.Syntax?.GetLocation() ?? use.Name.GetLocation(),
            null,
            pin is not null && edit is not null ? PinProperties.Of(pin, DefaultBranch, edit, revision!.Parameter?.Name) : null,
            repo is null ? "A model" : $"'{Printable.Of(repo)}'", NextStep.For(pin, use.Project.Lock));
    }

    private static bool IsOffline(SinkUse use) =>
        use.With(ParameterRoles.Offline).Any(static argument => argument.Value?.ConstantValue is { HasValue: true, Value: true });

    private static bool IsOwnServer(SinkUse use) =>
        use.With(ParameterRoles.Url).Any(static argument => argument.Values.Any(static value => Loopback.IsAddress(value.Text)));

}
