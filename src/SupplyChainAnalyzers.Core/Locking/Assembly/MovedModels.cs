using SupplyChainAnalyzers.Core.Locking.Planning;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking.Assembly;

/// <summary>A model whose files now lie elsewhere keeps its name and facts: renaming a folder must not lose a license.</summary>
internal static class MovedModels
{
    /// <summary>Gives new models with the very files of a vanished one its entry. A match must be the only one.</summary>
    public static void Recognise(IEnumerable<PlannedModel> gone, Dictionary<PlannedModel, OrdinalMap<ModelFile>> facts)
    {
        foreach (var old in gone.Where(static model => model.Before!.TreeHash is not null))
        {
            var matches = facts.Where(pair => pair.Key.Before is null && IsSame(old.Before!, pair.Value)).Select(static pair => pair.Key).ToList();
            if (matches.Count != 1)
                continue;

            matches[0].Before = old.Before;
            matches[0].Name = old.Name;
        }
    }

    // The same files; a model of one file may have been renamed.
    private static bool IsSame(ModelEntry before, OrdinalMap<ModelFile> files) =>
        before.Files.Count == files.Count
        && (TreeHash.Of(files.Values) == before.TreeHash || (files.Count == 1 && files.Values.Single().Sha256 == before.Files.Values.Single().Sha256));
}
