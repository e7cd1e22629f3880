using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Hosted;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1055: a hosted model that models.lock does not list. Silent where it lists none.</summary>
internal sealed class HostedNotDeclared() : HostedRule(Rules.HostedNotDeclared, "'{0}' is not among the hosted models of models.lock; declare it there, or use one that is")
{
    public override bool IncludesTests => false;

    // Models of a server on this machine have files, which the lock declares as such.
    protected override bool Concerns(string? provider, ApiMember member) => member.Class == ApiClass.Alias && provider is not (HostedProvider.Ollama or HostedProvider.Foundry);

    protected override HostedFault? Judge(SinkUse use, string model)
    {
        var hosted = use.Project.Lock.Hosted;
        return hosted.Count == 0 || hosted.Contains(model) ? null : new HostedFault([Printable.Of(model)]);
    }
}
