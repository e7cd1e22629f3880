using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Hosted;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources.Ollama;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1051: an Ollama model without a tag, or with <c>latest</c>, which is the same.</summary>
internal sealed class OllamaWithoutTag() : HostedRule(Rules.OllamaWithoutTag, "'{0}' is pulled as whatever is newest; {1}")
{
    protected override bool Concerns(string? provider, ApiMember member) => provider == HostedProvider.Ollama;

    protected override HostedFault? Judge(SinkUse use, string model)
    {
        if (OllamaName.Parse(model) is not { IsFloating: true } name || use.Project.Lock.Ollama.Has(name.Model, OllamaName.DefaultTag))
            return null;

        var tag = use.Project.Lock.Ollama.TagOf(name.Model);
        return tag is null
            ? new HostedFault([Printable.Of(model), "name the tag that was tested"])
            : new HostedFault([Printable.Of(model), $"name the tag that models.lock has for it, '{Printable.Of(tag)}'"], name.Model + ":" + tag);
    }
}
