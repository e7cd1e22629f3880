using SupplyChainAnalyzers.Core.Locking.Assembly;
using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Locking.Grouping;
using SupplyChainAnalyzers.Core.Locking.Planning;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking;

/// <summary>
/// Makes a lock from a folder and the lock before: finds models by content, hashes every file, keeps what people and
/// other tools wrote. The same files give the same lock. Writes nothing; see <see cref="LockFile"/>.
/// </summary>
public static class LockBuilder
{
    /// <summary>Never throws but for <see cref="OperationCanceledException"/>: what goes wrong is a finding.</summary>
    /// <param name="lockFolder">Absolute folder of models.lock.</param>
    /// <param name="before">What the lock says now; null when there is none.</param>
    /// <param name="options">What to lock and how.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static LockOutcome Build(string lockFolder, ModelsLock? before, LockOptions options, CancellationToken cancellation = default)
    {
        before ??= new ModelsLock();
        var findings = new LockFindings();
        var isTouched = Selection(before, options);
        var others = before.Models.Values.Where(entry => !isTouched(entry)).ToList();
        var found = Find(lockFolder, before, options, isTouched, findings, cancellation);
        var models = LockPlanner.Plan(lockFolder, before.Models.Values.Where(isTouched), others, found, addNew: options.Names is null, findings);
        CompanionFiles.Add(lockFolder, models, others, found, findings, cancellation);

        var hashes = HashedFiles.Read(models.SelectMany(static model => model.Files.Values), options.Progress, cancellation);
        var entries = new EntryBuilder(lockFolder, options.HubRepository, hashes, findings).Build(models, others);
        if (findings.HasError)
            return new LockOutcome { Findings = findings.ToList(), Hashed = hashes.Count, BytesHashed = hashes.Bytes };

        entries = new RecordedSigners(lockFolder, options, findings, cancellation).In(entries, entry => !others.Contains(entry), before);
        var after = new ModelsLock
        {
            Models = new OrdinalMap<ModelEntry>([.. entries.Select(static entry => new KeyValuePair<string, ModelEntry>(entry.Name, entry))]),
            Hosted = before.Hosted,
        };
        return new LockOutcome
        {
            Lock = after,
            Findings = findings.ToList(),
            Changes = LockDiff.Between(before, after),
            Hashed = hashes.Count,
            BytesHashed = hashes.Bytes,
        };
    }

    private static Func<ModelEntry, bool> Selection(ModelsLock before, LockOptions options)
    {
        if (options.Names is { } names)
            return entry => names.Contains(entry.Name);

        // The entry may lie below the searched folder or hold it.
        return entry => RelativePath.IsWithin(entry.Path, options.SearchPath)
            || before.Models[entry.Name].Files.Keys.Any(file => RelativePath.IsWithin(PathRules.Join(entry.Path, file), options.SearchPath));
    }

    private static FoundModels Find(
        string lockFolder, ModelsLock before, LockOptions options, Func<ModelEntry, bool> isTouched, LockFindings findings, CancellationToken cancellation)
    {
        // A model named on purpose is looked at where it lies, ignored or not.
        var paths = options.Names is null
            ? [options.SearchPath]
            : before.Models.Values.Where(isTouched).Select(static entry => entry.Path).Distinct().Where(path => Directory.Exists(RelativePath.FullPath(lockFolder, path))).ToList();
        return new FoundModels(
        [
            .. paths.Where(path => !paths.Exists(other => other != path && RelativePath.IsWithin(path, other)))
                .Select(path => FolderWalker.Walk(lockFolder, path, options.IncludeIgnored, findings, cancellation)),
        ]);
    }
}
