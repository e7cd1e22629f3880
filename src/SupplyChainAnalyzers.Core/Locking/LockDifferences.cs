using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>Says SCA2014 for each difference, at its place in the lock that is there.</summary>
internal static class LockDifferences
{
    /// <summary>One finding a difference; one for the text itself when it holds the right facts in another form.</summary>
    public static IEnumerable<Finding> Of(string lockPath, ModelsLock before, IReadOnlyList<LockChange> changes)
    {
        if (changes.Count == 0)
        {
            return
            [
                new Finding(Rules.LockOutdated, "models.lock holds the right facts, but its text is not as it would be written; run: models lock")
                {
                    File = lockPath,
                    Region = TextRegion.Start,
                },
            ];
        }

        return changes.Select(change => new Finding(Rules.LockOutdated, $"{Rules.LockOutdated.Title}: {Difference(change)}; run: models lock{Target(before, change)}")
        {
            File = lockPath,
            Region = Place(before, change),
            Model = change.Model,
        });
    }

    private static string Difference(LockChange change) => (change.Path, change.Kind) switch
    {
        (null, LockChangeKind.Added) => $"{change.Model} is not in it ({Detail(change)})",
        (null, LockChangeKind.Removed) => $"the files of {change.Model} are gone ({Detail(change)})",
        (null, _) => $"{change.Model} differs: {Detail(change)}",
        (_, LockChangeKind.Added) => $"'{Printable.Of(change.Path)}' is not in it ({Detail(change)})",
        (_, LockChangeKind.Removed) => $"'{Printable.Of(change.Path)}' is gone ({Detail(change)})",
        _ => $"'{Printable.Of(change.Path)}' differs: {Detail(change)}",
    };

    private static string Detail(LockChange change) => Printable.Of(change.Detail);

    private static string Target(ModelsLock before, LockChange change) => before.Models.ContainsKey(change.Model) ? " " + change.Model : "";

    private static TextRegion Place(ModelsLock before, LockChange change)
    {
        if (!before.Models.TryGetValue(change.Model, out var model))
            return TextRegion.Start;

        if (change.Path is null || !RelativePathExists(change.Path, model, out var file))
            return model.Region;

        return change.Kind == LockChangeKind.Changed ? file.Sha256Region : file.Region;
    }

    private static bool RelativePathExists(string path, ModelEntry model, out ModelFile file)
    {
        foreach (var candidate in model.Files.Values)
        {
            if (PathRules.Join(model.Path, candidate.Path) == path)
            {
                file = candidate;
                return true;
            }
        }

        file = null!;
        return false;
    }
}
