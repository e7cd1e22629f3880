using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1030: a model is loaded from a constant path that no entry of models.lock covers. Silent without a lock.</summary>
internal sealed class ModelNotDeclared() : ModelRule(Rules.ModelNotDeclared, "'{0}' is loaded, and models.lock does not declare it; run: models lock")
{
    public override bool IncludesTests => false;

    public override bool IsAbout(ApiMember member) => member.Class == ApiClass.Load && (member.Roles & ParameterRoles.Path) != 0;

    public override void Analyze(SinkUse use)
    {
        if (!use.Project.Lock.IsUsable)
            return;

        foreach (var argument in use.With(ParameterRoles.Path))
        {
            if (argument.Syntax is not { } syntax)
                continue;

            foreach (var value in argument.Values)
            {
                if (ConstantPath(value) is { } path && !use.Project.Lock.Paths.Covers(path) && !WrittenFiles.Near(syntax, path))
                    use.Report(this, Place(argument, value, syntax), null, null, Printable.Of(path));
            }
        }
    }

    /// <summary>The path, without the program's folder before it; null when any of it is not known.</summary>
    private static string? ConstantPath(StringValue value)
    {
        var path = value.Text.TrimStart(StringValue.AppFolder);
        var isKnown = path.Length > 0 && path.IndexOf(StringValue.Hole) < 0 && path.IndexOf(StringValue.AppFolder) < 0;
        // An address that an overload takes in place of a path is for other rules.
        return isKnown && path.IndexOf("://", StringComparison.Ordinal) < 0 ? path.TrimStart('/', '\\').Length == 0 ? null : path : null;
    }

    private static Location Place(SinkArgument argument, StringValue value, SyntaxNode syntax) =>
        value.Pieces is [{ Literal: { } literal }] && argument.Holds(literal) ? literal.GetLocation() : syntax.GetLocation();
}
