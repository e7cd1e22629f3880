using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Hosted;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hosted;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1056: a hosted model is called at an address that models.policy.json does not list. Silent where it lists none.</summary>
internal sealed class EndpointNotAllowed() : ModelRule(Rules.EndpointNotAllowed, "'{0}' is not among the endpoints of models.policy.json; add it there after a review, or call one that is")
{
    public override bool IncludesTests => false;

    /// <summary>Azure's deployments are nobody else's business, the server they are on is.</summary>
    public override bool SeesHarmless => true;

    public override bool IsAbout(ApiMember member) =>
        member.Class == ApiClass.Alias && ((member.Roles & ParameterRoles.Url) != 0 || (HostedProvider.Of(member) is { } provider && HostedServers.HostOf(provider) is not null));

    public override void Analyze(SinkUse use)
    {
        if (use.Project.Endpoints is not { } endpoints)
            return;

        var given = use.With(ParameterRoles.Url).Where(static argument => !argument.IsOmitted && !argument.IsNothing).ToArray();
        foreach (var argument in given)
        {
            foreach (var value in argument.Values)
            {
                if (WebAddress.Parse(value.Text) is { } address && !Loopback.IsAddress(value.Text) && !EndpointPolicy.Allows(endpoints, Known(address)))
                    use.Report(this, argument.PlaceOf(value), null, null, Printable.Of(address.Host));
            }
        }

        // Told nothing, the client talks to the provider. One that is made elsewhere may have been told.
        if (given.Length == 0 && IsMadeHere(use) && HostedProvider.Of(use.Member) is { } provider && HostedServers.HostOf(provider) is { } host
            && !EndpointPolicy.Allows(endpoints, "https://" + host) && HostedServer.IsProvider(use, provider))
            use.Report(this, use.Name.GetLocation(), null, null, host);
    }

    private static bool IsMadeHere(SinkUse use) => use.Member.Kind == ApiKind.Ctor || use.Member.Name.StartsWith("Add", StringComparison.Ordinal);

    // A path may go on with what only the program knows; the server is known.
    private static string Known(WebAddress address)
    {
        var hole = Array.FindIndex([.. address.Text], static c => c < ' ');
        return hole < 0 ? address.Text : address.Text.Substring(0, hole);
    }
}
