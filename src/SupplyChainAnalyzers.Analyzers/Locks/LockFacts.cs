using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.Locks;

/// <summary>What a models.lock says that source code can be held against.</summary>
internal sealed class LockFacts
{
    private const int CommitLength = 40;

    /// <summary>The project has no lock.</summary>
    public static readonly LockFacts None = new(null);

    /// <summary>The lock cannot be read. The build says so; nothing is derived from it here.</summary>
    public static readonly LockFacts Broken = new(null);

    private readonly Dictionary<string, List<ModelEntry>> _byRepo = new(StringComparer.OrdinalIgnoreCase);

    private LockFacts(ModelsLock? models)
    {
        Paths = new DeclaredPaths(models);
        IsUsable = models is not null;
        foreach (var model in models?.Models.Values ?? [])
        {
            if (model.Source is not { Type: SourceType.HuggingFace, Repo: { } repo } source || !Hex.Is(source.Revision, CommitLength))
                continue;

            // The hub ignores case in names.
            if (!_byRepo.TryGetValue(repo, out var entries))
                _byRepo.Add(repo, entries = []);

            entries.Add(model);
        }
    }

    /// <summary>Whether there is a lock and it could be read.</summary>
    public bool IsUsable { get; }

    /// <summary>Files and folders it declares.</summary>
    public DeclaredPaths Paths { get; }

    public static LockFacts Of(ModelsLock models) => new(models);

    /// <summary>
    /// The commit that the lock has for a repository; null when it has none, or several and neither the file nor the name
    /// of the revision tells which is meant.
    /// </summary>
    /// <param name="repo">owner/name.</param>
    /// <param name="file">Path in the repository; null or empty when not known.</param>
    /// <param name="reference">Branch or tag that the code names; null when it names none.</param>
    public Pin? FindPin(string repo, string? file, string? reference)
    {
        if (!_byRepo.TryGetValue(repo, out var entries))
            return null;

        return Single(entries)
            ?? Single(entries.Where(entry => !string.IsNullOrEmpty(file) && entry.Files.ContainsKey(file!)))
            ?? Single(entries.Where(entry => reference is not null && entry.Source!.ResolvedFrom == reference));
    }

    private static Pin? Single(IEnumerable<ModelEntry> entries)
    {
        Pin? found = null;
        foreach (var entry in entries)
        {
            var pin = new Pin(entry.Source!.Revision!, entry.Source.ResolvedFrom);
            if (found is not null && found.Commit != pin.Commit)
                return null;

            found ??= pin;
        }

        return found;
    }
}
