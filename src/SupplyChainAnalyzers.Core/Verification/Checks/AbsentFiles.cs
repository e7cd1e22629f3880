using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification.Checks;

/// <summary>SCA2101 and SCA2201: declared files that are not on the disk, judged by their model's <see cref="Presence"/>.</summary>
internal static class AbsentFiles
{
    /// <summary>One finding a file; one a model where none of its files is there, and for what is to be fetched.</summary>
    public static void Report(VerificationRun run, List<DeclaredFile> missing)
    {
        for (var first = 0; first < missing.Count;)
        {
            var model = missing[first].Model;
            var end = first + 1;
            while (end < missing.Count && ReferenceEquals(missing[end].Model, model))
                end++;

            Report(run, model, missing.GetRange(first, end - first));
            first = end;
        }
    }

    private static void Report(VerificationRun run, ModelEntry model, List<DeclaredFile> missing)
    {
        if (model.Presence == Presence.Fetch)
        {
            var what = $"{Count(missing)} of '{model.Name}' {(missing.Count == 1 ? "has" : "have")} not been fetched yet{Bytes(missing)}";
            run.Report(Rules.NotFetched, model, model.Region, $"{what}; needed for publish and pack; {Download(model.Source)}", missing[0].Folder.Path);
        }
        else if (model.Presence == Presence.Checkout)
        {
            if (!missing[0].Folder.Content.Exists && FolderCase.Find(run.LockFolder, model.Path) is { } other)
                run.Report(Rules.FileCase, model, model.PathRegion, FolderListing.InOtherCase(model, other), missing[0].Folder.Path);
            else if (missing.Count > 1 && missing.Count == model.Files.Count)
                run.Report(Rules.FileMissing, model, model.PathRegion, NoneThere(model, missing.Count), missing[0].Folder.Path);
            else
                missing.ForEach(file => run.Report(file.Missing()));
        }

        // deploy comes later, built is made by this build, external is verified where found.
    }

    private static string Download(ModelSource? source) => source switch
    {
        { Repo: { } repo, Revision: { } revision } => $"download it from {Shown.Name(repo)} at revision {Shown.Digest(revision)}",
        { Url: { } url } => $"download it from {Shown.Name(url)}",
        _ => "download it",
    };

    private static string NoneThere(ModelEntry model, int count) =>
        $"{Shown.Name(model.Path)} holds none of the {Shown.Number(count)} declared files of '{model.Name}'; restore it, or run: models lock {model.Name}";

    private static string Count(List<DeclaredFile> missing) =>
        missing.Count == 1 ? missing[0].Name : Shown.Number(missing.Count) + " files";

    private static string Bytes(List<DeclaredFile> missing)
    {
        decimal bytes = 0; // sizes come from the lock: their sum may not fit a long
        foreach (var file in missing)
            bytes += file.Entry.Size ?? 0;

        return bytes is > 0 and < long.MaxValue ? $" ({Shown.Bytes((long)bytes)})" : "";
    }
}
