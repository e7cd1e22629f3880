using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Hosted;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hosted;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1050: a provider's model is named by an alias, and the table has its dated name (or the alias says that it is the latest).</summary>
internal sealed class FloatingHostedModel() : HostedRule(Rules.FloatingHostedModel, "'{0}' is whatever the provider makes of it; name the {1}")
{
    // Azure has deployments, Bedrock's ids are versions; what serves several providers can be either.
    protected override bool Concerns(string? provider, ApiMember member) =>
        provider is HostedProvider.OpenAI or HostedProvider.Anthropic or HostedProvider.Google or HostedProvider.Mistral;

    protected override HostedFault? Judge(SinkUse use, string model)
    {
        var provider = HostedProvider.Of(use.Member)!;
        if (HostedAliases.Find(model, provider) is not { } alias || !HostedServer.IsProvider(use, provider) || use.Options.Matches(Rule.Id, "allowed_models", model))
            return null;

        return new HostedFault([Printable.Of(model), alias.Dated is { } dated ? $"dated model '{dated}'" : "dated model that was tested"], alias.Dated);
    }
}
