using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Hosted;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1053: a model of Foundry Local's catalogue by its alias; an id ends in its version, <c>…:4</c>.</summary>
internal sealed class CatalogueAlias() : HostedRule(Rules.CatalogueAlias, "'{0}' is the variant and version that the catalogue chooses today; name the variant's id, which ends in ':' and its version")
{
    protected override bool Concerns(string? provider, ApiMember member) => provider == HostedProvider.Foundry;

    protected override HostedFault? Judge(SinkUse use, string model)
    {
        var colon = model.LastIndexOf(':');
        var isVersion = colon >= 0 && colon < model.Length - 1 && model.Skip(colon + 1).All(static c => c is >= '0' and <= '9');
        return isVersion ? null : new HostedFault([Printable.Of(model)]);
    }
}
