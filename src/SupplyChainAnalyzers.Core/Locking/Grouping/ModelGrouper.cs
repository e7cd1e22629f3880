using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Locking.Grouping;

/// <summary>Sorts the files of a walk into models.</summary>
internal static class ModelGrouper
{
    /// <summary>The models in <paramref name="root"/> and below, in ordinal order of their paths and first files.</summary>
    public static IReadOnlyList<ModelGroup> Group(FoundFolder root)
    {
        var groups = new List<ModelGroup>();
        Add(root, groups);
        return [.. groups.OrderBy(static group => group.Path, StringComparer.Ordinal).ThenBy(static group => group.Files[0].Path, StringComparer.Ordinal)];
    }

    private static void Add(FoundFolder folder, List<ModelGroup> groups)
    {
        if (folder.Snapshot is { } snapshot)
        {
            if (folder.AllFiles.Any(static file => file.IsModel))
                groups.Add(new ModelGroup(folder.Path, Members(folder.AllFiles), snapshot.Repository.Substring(snapshot.Repository.LastIndexOf('/') + 1), OwnsFolder: true, snapshot));
            return;
        }

        var isShared = folder.IsProject || folder.Path == RelativePath.Self;
        var isHub = HubLayout.IsModel(folder);
        if (isHub && !isShared)
        {
            groups.Add(new ModelGroup(folder.Path, Members(folder.AllFiles), folder.Name, OwnsFolder: true));
            return;
        }

        var own = Single(folder);
        if (isHub && own.Count > 0)
            own = [Together(folder, own)];

        groups.AddRange(own);
        foreach (var inner in folder.Folders)
            Add(inner, groups);
    }

    // In a folder that holds more than the model, only what has a model's name belongs to it.
    private static ModelGroup Together(FoundFolder folder, List<ModelGroup> own)
    {
        var members = own.SelectMany(static group => group.Files)
            .Concat(folder.Files.Where(static file => HubLayout.IsCompanion(file.Name)))
            .Distinct();
        return new ModelGroup(folder.Path, [.. members.OrderBy(static file => file.Path, StringComparer.Ordinal)], own[0].Name, OwnsFolder: false);
    }

    // One model for each model file, its shards and outside parts with it.
    private static List<ModelGroup> Single(FoundFolder folder)
    {
        var models = folder.Files.Where(static file => file.IsModel).ToList();
        var parts = folder.Files
            .Select(file => (File: file, Model: models.Find(model => FileStem.IsPartOf(file.Name, model.Name))))
            .Where(static pair => pair.Model is not null)
            .ToDictionary(static pair => pair.File, static pair => pair.Model!);

        return
        [
            .. models.Where(model => !parts.ContainsKey(model))
                .GroupBy(static model => FileStem.ShardKey(model.Name), StringComparer.Ordinal)
                .Select(shards => new ModelGroup(
                    folder.Path,
                    [.. shards.Concat(parts.Where(part => shards.Contains(part.Value)).Select(static part => part.Key)).OrderBy(static file => file.Path, StringComparer.Ordinal)],
                    NameOf(folder, FileStem.Of(shards.First().Name)),
                    OwnsFolder: false)),
        ];
    }

    private static string NameOf(FoundFolder folder, string stem) =>
        HubLayout.IsGenericStem(stem) && folder.Path != RelativePath.Self ? folder.Name : stem;

    // What no loader opens (a README, a picture) may change without the model changing.
    private static List<FoundFile> Members(IEnumerable<FoundFile> files) =>
        [.. files.Where(static file => file.IsModel || !UndeclaredFile.IsHarmless(file.Name)).OrderBy(static file => file.Path, StringComparer.Ordinal)];
}
