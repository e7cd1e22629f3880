using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>A file is opened from a constant path that no entry of models.lock covers. Silent without a lock.</summary>
internal abstract class UndeclaredFile(Rule rule, string messageFormat, ApiClass @class) : ModelRule(rule, messageFormat)
{
    public sealed override bool IncludesTests => false;

    public sealed override bool IsAbout(ApiMember member) => member.Class == @class && (member.Roles & ParameterRoles.Path) != 0;

    public sealed override void Analyze(SinkUse use)
    {
        if (!use.Project.Lock.IsUsable)
            return;

        foreach (var argument in use.With(ParameterRoles.Path))
        {
            if (argument.Syntax is not { } syntax)
                continue;

            foreach (var value in argument.Values)
            {
                if (ConstantPath.Of(value) is { } path && !use.Project.Lock.Paths.Covers(path) && !WrittenFiles.Near(syntax, path))
                    use.Report(this, argument.PlaceOf(value), null, null, Printable.Of(path));
            }
        }
    }
}
