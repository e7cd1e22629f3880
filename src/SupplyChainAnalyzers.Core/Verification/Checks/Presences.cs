using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>
/// Finds each declared file on the disk, as it is listed. SCA2111: it is there, but its name is written in other case.
/// What is not there goes to <see cref="AbsentFiles"/>.
/// </summary>
internal static class Presences
{
    /// <summary>Opens the files that were found for the checks that follow.</summary>
    public static void Run(VerificationRun run)
    {
        var absent = new List<DeclaredFile>();
        foreach (var folder in run.Folders.Values)
        {
            if (!folder.IsInScope)
                continue;

            foreach (var file in folder.Files)
            {
                if (folder.Content.Entries.ContainsKey(file.Entry.Path))
                {
                    folder.Matched++;
                    file.IsOpen = file.IsInScope;
                    file.IsListed = true;
                }
                else if (file.IsInScope)
                {
                    absent.Add(file);
                }
            }
        }

        if (absent.Count > 0)
            Explain(run, absent);
    }

    private static void Explain(VerificationRun run, List<DeclaredFile> absent)
    {
        var missing = new List<DeclaredFile>();
        var cases = new CaseLookup();
        foreach (var file in absent)
        {
            if (cases.Find(file) is { } other)
                run.Report(InOtherCase(file, other));
            else if (FileStat.Of(file.FullPath).Kind != FileKind.Missing)
                file.IsOpen = true; // behind a link to a folder, or in a folder that no walk enters
            else
                missing.Add(file);
        }

        AbsentFiles.Report(run, missing);
    }

    private static Finding InOtherCase(DeclaredFile file, string other)
    {
        var found = Shown.Name(PathRules.Join(file.Model.Path, other));
        return file.Fault(Rules.FileCase, file.Entry.Region, $"{found} on the disk, {file.Name} in the lock; rename it: git mv {found} {file.Name}");
    }
}
