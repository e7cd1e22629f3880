using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Names;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>
/// Judges the names of what a source file uses, whatever kind of file it is: look-alikes of well-known repositories and packages
/// (SCA1007, SCA1080), and packages that an advisory knows (SCA1081), which goes before.
/// </summary>
internal static class NameJudge
{
    public static void Judge(SourceNotes notes, SourceContext context)
    {
        foreach (var fact in notes.Facts)
        {
            switch (fact.Kind)
            {
                case SourceFactKind.HubModel when IsName(fact.Name) && context.IsFolder(fact.Name):
                    Folder(notes, fact);
                    break;
                case SourceFactKind.HubModel when Names.HubNames.Find(fact.Name) is { } like:
                    Report(notes, fact, Rules.LookAlikeRepository, like);
                    break;
                case SourceFactKind.PythonPackage:
                    Package(notes, fact, MaliciousPackages.FindPython(fact.Name, fact.Version), static name => PackageNames.FindPython(name));
                    break;
                case SourceFactKind.NuGetPackage:
                    Package(notes, fact, MaliciousPackages.FindNuGet(fact.Name, fact.Version), static name => PackageNames.FindNuGet(name));
                    break;
            }
        }
    }

    // Only what reads like a repository is looked for on the disk: no path leads out of the project.
    private static bool IsName(string name) =>
        name.Length > 0 && char.IsLetterOrDigit(name[0]) && name.Count(static c => c == '/') == 1 && name.IndexOf("..", StringComparison.Ordinal) < 0 && name.IndexOfAny(['\\', ':', '\0']) < 0;

    private static void Folder(SourceNotes notes, SourceFact fact) => notes.Report(
        Rules.FolderOrRepository,
        $"'{Printable.Of(fact.Name)}' is a folder here and a name on the hub: where the folder is missing, whoever registered the name is loaded; write './{Printable.Of(fact.Name)}'",
        fact.Start,
        fact.Length);

    private static void Package(SourceNotes notes, SourceFact fact, Names.MaliciousPackage? malicious, Func<string, LookAlike?> find)
    {
        if (malicious is not null)
            notes.Report(Rules.MaliciousPackage, $"'{Printable.Of(fact.Name)}' was published to do harm ({malicious.Advisory}); remove it, and treat the machines that installed it as compromised", fact.Start, fact.Length);
        else if (find(fact.Name) is { } like)
            Report(notes, fact, Rules.LookAlikePackage, like);
    }

    private static void Report(SourceNotes notes, SourceFact fact, Rule rule, LookAlike like) =>
        notes.Report(rule, $"'{Printable.Of(fact.Name)}' looks like '{Printable.Of(like.Known)}' {like.Reason}; make sure that it is the one you mean", fact.Start, fact.Length);
}
