using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Hosted;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1054: the hub's inference service is asked for a repository; it takes no revision. Hidden: for those who turn it on.</summary>
internal sealed class HubInference() : HostedRule(Rules.HubInference, "'{0}' runs at whatever commit the hub chooses; run a pinned copy, or a dedicated endpoint with a revision")
{
    protected override bool Concerns(string? provider, ApiMember member) => provider == HostedProvider.HuggingFace;

    protected override HostedFault? Judge(SinkUse use, string model) =>
        HostedServer.IsProvider(use, HostedProvider.HuggingFace) ? new HostedFault([Printable.Of(model)]) : null;
}
