using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>Which commit a lock has for which Hugging Face repository.</summary>
public sealed class HubPins
{
    /// <summary>No lock, or none that can be read.</summary>
    public static readonly HubPins None = new(null);

    private const int CommitLength = 40;

    private readonly Dictionary<string, List<ModelEntry>> _byRepo = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pins of <paramref name="models"/>; none without a lock.</summary>
    public HubPins(ModelsLock? models)
    {
        HasLock = models is not null;
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

    /// <summary>Whether there is a lock.</summary>
    public bool HasLock { get; }

    /// <summary>
    /// The commit for a repository; null when there is none, or several and neither the file nor the name of the revision
    /// tells which is meant.
    /// </summary>
    /// <param name="repo">owner/name.</param>
    /// <param name="file">Path in the repository; null or empty when not known.</param>
    /// <param name="reference">Branch or tag that is asked for; null when none is named.</param>
    public Pin? Find(string repo, string? file, string? reference)
    {
        if (!_byRepo.TryGetValue(repo, out var entries))
            return null;

        return Single(entries)
            ?? Single(entries.Where(entry => !string.IsNullOrEmpty(file) && entry.Files.ContainsKey(file!)))
            ?? Single(entries.Where(entry => reference is not null && entry.Source!.ResolvedFrom == reference));
    }

    /// <summary>Whether the lock has any commit of a repository.</summary>
    public bool Know(string repo) => _byRepo.ContainsKey(repo);

    /// <summary>The commit of a repository that starts with <paramref name="digits"/>; null when there is none, or several.</summary>
    public Pin? FindCommit(string repo, string digits) => _byRepo.TryGetValue(repo, out var entries)
        ? Single(entries.Where(entry => entry.Source!.Revision!.StartsWith(digits, StringComparison.OrdinalIgnoreCase)))
        : null;

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
