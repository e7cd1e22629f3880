using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Verification.Shipping;

/// <summary>Finds shipped models that the lock covers neither by their path nor by their bytes.</summary>
internal static class UndeclaredItems
{
    /// <summary>Adds SCA2120 for each of <paramref name="items"/> that nothing covers; one finding a file and project.</summary>
    public static void Check(VerificationRun run, IReadOnlyList<ShippedItem> items)
    {
        var declared = new HashSet<string>(DeclaredPath.Comparer);
        foreach (var file in run.Files)
            declared.Add(file.FullPath);

        var models = new List<Candidate>();
        var seen = new Dictionary<(string, string), bool>();
        foreach (var item in items)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var path = Path.GetFullPath(item.Path);
            if (declared.Contains(path) || seen.ContainsKey((path, item.ProjectFile)))
                continue;

            seen.Add((path, item.ProjectFile), true);
            if (FileHead.Read(path) is { } head && (head.Format.IsModel || head.Format.RunsCode))
                models.Add(new Candidate(item, path, head.Format, head.FileSize));
        }

        if (models.Count > 0)
            Report(run, models);
    }

    private static void Report(VerificationRun run, List<Candidate> models)
    {
        // Only a file of a declared size can have declared bytes; the rest need not be read.
        var copies = models.FindAll(model => run.Declared.HasSize(model.Size));
        var digests = Digests.Of(run, copies.ConvertAll(static model => new HashJob(model.Path)));
        var covered = new HashSet<Candidate>();
        for (var i = 0; i < copies.Count; i++)
        {
            if (run.Declared.Find(digests[i].Sha256) is not null)
                covered.Add(copies[i]);
        }

        foreach (var model in models)
        {
            if (!covered.Contains(model))
                run.Findings.Add(Finding(run, model));
        }
    }

    private static Finding Finding(VerificationRun run, Candidate model) => new(
        Rules.ShippedNotDeclared,
        $"{Shown.Name(DeclaredPath.RelativeTo(run.LockFolder, model.Path))} ({model.Format.Id}, {Shown.Bytes(model.Size)}) is shipped{As(model.Item.Kind)} but not declared in models.lock; run: models lock, or: dotnet build -t:SupplyChainLock")
    {
        File = model.Item.ProjectFile,
        Region = model.Item.Region,
        Subject = model.Path,
    };

    private static string As(string kind) => kind.Length == 0 ? "" : " as " + Text.Printable.Of(kind);

    private sealed record Candidate(ShippedItem Item, string Path, ModelFormat Format, long Size);
}
