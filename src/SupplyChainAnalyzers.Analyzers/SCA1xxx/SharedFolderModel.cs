using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1041: a model is loaded from a folder that others write to, and nothing looks at its bytes first.</summary>
internal sealed class SharedFolderModel() : ModelRule(
    Rules.SharedFolderModel, "{0} is loaded from a folder that other users or programs write to; keep it in the application's own folder and verify it")
{
    public override bool IncludesTests => false;

    public override bool IsAbout(ApiMember member) =>
        member.Class is ApiClass.Load or ApiClass.Adapter or ApiClass.Tokenizer && (member.Roles & ParameterRoles.Path) != 0;

    public override void Analyze(SinkUse use)
    {
        foreach (var argument in use.With(ParameterRoles.Path))
        {
            if (argument.Syntax is null)
                continue;

            foreach (var value in argument.Values)
            {
                if (SharedFolders.Hold(value) && !use.Body.ChecksBytes)
                    use.Report(this, argument.PlaceOf(value), null, null, ConstantPath.NameOf(value) is { } name ? $"'{Printable.Of(name)}'" : "A model");
            }
        }
    }
}
