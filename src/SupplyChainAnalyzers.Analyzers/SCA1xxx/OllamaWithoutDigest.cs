using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Hosted;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources.Ollama;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1052: an Ollama model with a tag that models.lock has no digest for. Hidden: for those who turn it on.</summary>
internal sealed class OllamaWithoutDigest() : HostedRule(Rules.OllamaWithoutDigest, "Tag '{1}' of '{0}' can be pushed again; add the model with its manifest's digest to models.lock")
{
    protected override bool Concerns(string? provider, ApiMember member) => provider == HostedProvider.Ollama;

    protected override HostedFault? Judge(SinkUse use, string model) =>
        OllamaName.Parse(model) is { IsFloating: false, Digest: null, Tag: { } tag } name && !use.Project.Lock.Ollama.Has(name.Model, tag)
            ? new HostedFault([Printable.Of(name.Model), Printable.Of(tag)])
            : null;
}
