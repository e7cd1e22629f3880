using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1011: a hub client is asked for a name that is the folder of a declared model.</summary>
internal sealed class FolderOrRepository() : ModelRule(Rules.FolderOrRepository, "'{0}' is the folder of a model that models.lock declares, and the hub is asked for a repository of that name, which anybody may register; load the folder by its path")
{
    public override bool IsAbout(ApiMember member) => member.Class is ApiClass.Download or ApiClass.Load or ApiClass.Tokenizer && (member.Roles & ParameterRoles.Repo) != 0;

    public override void Analyze(SinkUse use)
    {
        if (use.Project.Lock.Folders.Count == 0 || HubRepo.Of(use) is not { } repo || !use.Project.Lock.Folders.Contains(repo))
            return;

        var argument = use.With(ParameterRoles.Repo).First();
        if (argument.Syntax is not null)
            use.Report(this, argument.PlaceOf(argument.Values[0]), null, null, Printable.Of(repo));
    }
}
