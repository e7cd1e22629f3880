using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1022: native code is loaded into the process from a path that nothing pins.</summary>
internal sealed class NativeLibraryPath() : ModelRule(Rules.NativeLibraryPath, "'{0}' is loaded as native code{1}; declare it in models.lock, or use the library of a package")
{
    private const string Risk = "native-library-load";

    public override bool IsAbout(ApiMember member) => member.Risk == Risk && (member.Roles & (ParameterRoles.Library | ParameterRoles.Path)) != 0;

    public override void Analyze(SinkUse use)
    {
        foreach (var argument in use.With(ParameterRoles.Library | ParameterRoles.Path))
        {
            if (argument.Syntax is null)
                continue;

            foreach (var value in argument.Values)
                Judge(use, argument, value);
        }
    }

    private void Judge(SinkUse use, SinkArgument argument, StringValue value)
    {
        if (SharedFolders.Hold(value) || IsRemote(value.Text))
        {
            var level = use.Project.Mode == Mode.Strict ? Level.Error : Rule.LevelIn(use.Project.Mode);
            var name = ConstantPath.NameOf(value);
            use.Report(this, level, argument.PlaceOf(value), null, null, name is null ? "A library" : Printable.Of(name), " from where others can write");
            return;
        }

        // A name alone is looked for beside the program and where the system has its libraries: that is what packages use.
        if (ConstantPath.Of(value) is not { } path || path.IndexOfAny(['/', '\\']) < 0 || use.Project.Lock.Paths.Covers(path))
            return;

        var isPackaged = value.Text[0] == StringValue.AppFolder;
        use.Report(
            this,
            isPackaged && use.Project.Mode == Mode.Strict ? Level.Message : Rule.LevelIn(use.Project.Mode),
            argument.PlaceOf(value), null, null, Printable.Of(path), isPackaged ? " from the program's folder, and no lock verifies it" : ", and no lock verifies it");
    }

    private static bool IsRemote(string path) => path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
