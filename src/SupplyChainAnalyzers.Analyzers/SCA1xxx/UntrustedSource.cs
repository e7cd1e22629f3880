using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1006: a model comes from where the policy, which denies what it does not list, allows none. Silent without such a policy.</summary>
internal sealed class UntrustedSource() : AddressRule(Rules.UntrustedSource, "Models from '{0}' are not allowed by the policy; take the model from a source that is, or add this one to sources.allow")
{
    // It is about who, other rules are about when.
    protected override bool StandsApart => true;

    public override bool IsAbout(ApiMember member) => base.IsAbout(member) || (member.Class is ApiClass.Download or ApiClass.Load && (member.Roles & ParameterRoles.Repo) != 0);

    public override void Analyze(SinkUse use)
    {
        base.Analyze(use);
        if (use.Project.Trusted is not { } sources || HubRepo.Of(use) is not { } repo || HubRepo.IsLocalFolder(repo) || sources.Allow(SourceType.HuggingFace, repo, null))
            return;

        if (use.With(ParameterRoles.Repo).FirstOrDefault()?.Syntax is { } syntax)
            use.Report(this, syntax.GetLocation(), null, PolicyProperties.Of(sources.PolicyFile, SourceType.HuggingFace, repo), Printable.Of(repo));
    }

    protected override AddressFault? Judge(SinkUse use, WebAddress address)
    {
        if (use.Project.Trusted is not { } sources || !(address.IsModel || use.FetchesModels) || Loopback.IsAddress("http://" + address.Host))
            return null;

        var type = TypeOf(address.Model);
        if (type == SourceType.Url)
        {
            return sources.Allow(type, null, address.Host)
                ? null
                : Fault(address.HostStart, address.Host.Length, address.Host, PolicyProperties.Of(sources.PolicyFile, type, address.Host));
        }

        // datasets/OWNER/NAME
        var repo = address.Model!.Repo;
        var prefix = repo is not null && (repo.StartsWith("datasets/", StringComparison.Ordinal) || repo.StartsWith("spaces/", StringComparison.Ordinal)) ? repo.IndexOf('/') + 1 : 0;
        if (repo is null || sources.Allow(type, repo.Substring(prefix), address.Host))
            return null;

        return Fault(address.Model.RepoStart + prefix, repo.Length - prefix, repo.Substring(prefix), PolicyProperties.Of(sources.PolicyFile, type, repo.Substring(prefix)));
    }

    private static AddressFault Fault(int start, int length, string shown, ImmutableDictionary<string, string?>? properties) =>
        new(start, length, [Printable.Of(shown)], properties, start, start + length);

    private static SourceType TypeOf(ModelAddress? address) => address?.Kind switch
    {
        AddressKind.HuggingFace => SourceType.HuggingFace,
        AddressKind.GitHub or AddressKind.GitHubRelease or AddressKind.GitHubLatest => SourceType.GitHub,
        _ => SourceType.Url,
    };
}
