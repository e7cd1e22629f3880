using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Locking.Assembly;
using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Locking.Grouping;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification.Checks;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Locking.Planning;

/// <summary>
/// Brings what was found together with what the lock said: an entry keeps its name, its folder and its facts, and takes
/// in what was found beside its files; what belongs to no entry becomes a new one.
/// </summary>
internal sealed class LockPlanner
{
    private readonly string _lockFolder;
    private readonly Dictionary<string, PlannedModel> _owner = new(StringComparer.Ordinal);
    private readonly List<PlannedModel> _models = [];

    private readonly LockFindings _findings;

    private LockPlanner(string lockFolder, LockFindings findings)
    {
        _lockFolder = lockFolder;
        _findings = findings;
    }

    /// <summary>All models to look at, those of the lock first, in ordinal order of their names.</summary>
    /// <param name="lockFolder">Absolute path.</param>
    /// <param name="entries">Entries of the lock that are looked at.</param>
    /// <param name="others">Entries of the lock that are not: their files are taken.</param>
    /// <param name="found">What was found.</param>
    /// <param name="addNew">Whether what belongs to no entry becomes a new one.</param>
    /// <param name="findings">Receives what cannot be locked.</param>
    public static IReadOnlyList<PlannedModel> Plan(
        string lockFolder,
        IEnumerable<ModelEntry> entries,
        IEnumerable<ModelEntry> others,
        FoundModels found,
        bool addNew,
        LockFindings findings)
    {
        var planner = new LockPlanner(lockFolder, findings);
        var taken = new HashSet<string>(
            others.SelectMany(static entry => entry.Files.Keys.Select(file => PathRules.Join(entry.Path, file))),
            StringComparer.Ordinal);

        // Arrays are a format of models too; those a model is checked with are none.
        var known = entries.ToList();
        var data = new HashSet<string>(known.Concat(others).SelectMany(BehaviorData.Paths), StringComparer.Ordinal);
        foreach (var entry in known.Where(entry => entry.Files.Count == 0 || !entry.Files.Keys.All(file => data.Contains(PathRules.Join(entry.Path, file)))).OrderBy(static entry => entry.Name, StringComparer.Ordinal))
            planner.Keep(entry, found.Files);
        foreach (var group in found.Groups.Where(group => !group.Files.All(file => data.Contains(file.Path))))
            planner.Place(group, taken, addNew);
        return planner._models;
    }

    private void Keep(ModelEntry entry, IReadOnlyDictionary<string, FoundFile> found)
    {
        var model = new PlannedModel { Name = entry.Name, Path = entry.Path, Before = entry };
        foreach (var file in entry.Files.Values)
        {
            var path = PathRules.Join(entry.Path, file.Path);
            var fullPath = RelativePath.FullPath(_lockFolder, path);
            _owner[path] = model;

            // A built file has no fixed content; one that need not be here stays as declared while it is away.
            if (entry.Presence == Presence.Built)
                model.Kept.Add(file);
            else if (found.TryGetValue(path, out var present))
                model.Files[path] = present;
            else if (FoundFile.At(fullPath, path) is { } passedBy)
                Keep(model, passedBy);
            else if (entry.Presence != Presence.Checkout)
                model.Kept.Add(file);
        }

        _models.Add(model);
    }

    // No walk has met the file: it is ignored, or a link. A verification follows links within the model's folder only.
    private void Keep(PlannedModel model, FoundFile file)
    {
        model.Files[file.Path] = file;
        if (RealPath.Of(file.FullPath) is { } target
            && RealPath.Of(RelativePath.FullPath(_lockFolder, model.Path)) is { } folder
            && !Links.IsAllowed(folder, target))
        {
            _findings.Add(new Finding(Rules.LinkEscapes, $"'{Printable.Of(file.Path)}' is a link to '{Printable.Of(target)}', outside its folder; copy the file there and run: models lock {model.Name}")
            {
                Model = model.Name,
                Subject = file.FullPath,
            });
        }
    }

    private void Place(ModelGroup group, HashSet<string> taken, bool addNew)
    {
        var owners = group.Files.Where(file => _owner.ContainsKey(file.Path)).Select(file => _owner[file.Path]).Distinct().ToList();
        var free = group.Files.Where(file => !_owner.ContainsKey(file.Path) && !taken.Contains(file.Path)).ToList();
        if (owners.Count == 1)
        {
            var owner = owners[0];
            owner.Snapshot ??= owner.Path == group.Path ? group.Snapshot : null;
            foreach (var file in free.Where(file => RelativePath.IsWithin(file.Path, owner.Path) && owner.Before!.Presence != Presence.Built))
                Take(owner, file);
            free.RemoveAll(file => _owner.ContainsKey(file.Path));
        }

        if (!addNew || free.Count == 0)
            return;

        // Nothing of it was known: a new model. Else what several entries share between them stays with no one but models.
        if (owners.Count == 0 && free.Count == group.Files.Count)
            AddNew(group, free);
        else
            free.Where(static file => file.IsModel).ToList().ForEach(file => AddNew(group with { Name = FileStem.Of(file.Name), OwnsFolder = false }, [file]));
    }

    private void AddNew(ModelGroup group, List<FoundFile> files)
    {
        var folder = group.OwnsFolder || files.TrueForAll(file => RelativePath.Parent(file.Path) == group.Path)
            ? group.Path
            : RelativePath.Parent(files[0].Path);
        var model = new PlannedModel { Path = folder, Group = group with { Path = folder }, Snapshot = group.Snapshot };
        files.ForEach(file => Take(model, file));
        _models.Add(model);
    }

    private void Take(PlannedModel model, FoundFile file)
    {
        _owner[file.Path] = model;
        model.Files[file.Path] = file;
    }
}
