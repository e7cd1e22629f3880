using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1031: a file of models.lock is opened by path: the build verified it, and what lies there when the program runs is not looked at.</summary>
internal sealed class DeclaredModelNotVerified() : ModelRule(
    Rules.DeclaredModelNotVerified, "'{0}' is declared in models.lock and loaded by path, so the running program does not verify it; load the bytes that were hashed")
{
    public override bool IncludesTests => false;

    public override bool IsAbout(ApiMember member) => member.Class == ApiClass.Load && (member.Roles & ParameterRoles.Path) != 0;

    public override void Analyze(SinkUse use)
    {
        if (!use.Project.Lock.IsUsable)
            return;

        foreach (var argument in use.With(ParameterRoles.Path))
        {
            if (argument.Syntax is null)
                continue;

            foreach (var value in argument.Values)
            {
                if (ConstantPath.Of(value) is { } path && use.Project.Lock.Paths.Covers(path) && !use.Body.ChecksBytes)
                    use.Report(this, argument.PlaceOf(value), null, AccessorEdit.For(use, argument, path), Printable.Of(path));
            }
        }
    }
}
