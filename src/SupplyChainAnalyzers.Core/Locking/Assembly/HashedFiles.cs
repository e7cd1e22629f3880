using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Locking.Discovery;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Locking.Assembly;

/// <summary>The facts of all files of a lock to come. Nothing is remembered from before: a lock states what was read.</summary>
internal sealed class HashedFiles
{
    private readonly Dictionary<string, HashOutcome> _outcomes = new(StringComparer.Ordinal);

    private HashedFiles()
    {
    }

    /// <summary>Files that were read.</summary>
    public int Count => _outcomes.Values.Count(static outcome => outcome.Status == HashStatus.Hashed);

    /// <summary>Their bytes.</summary>
    public long Bytes => _outcomes.Values.Where(static outcome => outcome.Status == HashStatus.Hashed).Sum(static outcome => outcome.Size);

    /// <summary>Reads every file once.</summary>
    public static HashedFiles Read(IEnumerable<FoundFile> files, Action<long, long>? progress, CancellationToken cancellation)
    {
        var list = files.ToList();
        var outcomes = FileHasher.HashAll([.. list.Select(static file => new HashJob(file.FullPath))], null, progress, cancellation);
        var hashed = new HashedFiles();
        for (var i = 0; i < list.Count; i++)
            hashed._outcomes[list[i].Path] = outcomes[i];
        return hashed;
    }

    /// <summary>What was read of <paramref name="file"/>; null, with a finding, when there is nothing to lock.</summary>
    public HashOutcome? Find(FoundFile file, LockFindings findings)
    {
        var outcome = _outcomes[file.Path];
        var shown = Printable.Of(file.Path);
        if (outcome.Status == HashStatus.Changing)
            findings.Add(new Finding(Rules.FileChanging, $"'{shown}' changed while it was read; run: models lock, when nothing writes to it") { Subject = file.FullPath });
        else if (outcome.Status != HashStatus.Hashed)
            findings.Add(new Finding(Rules.FileUnreadable, $"'{shown}' cannot be read: {Printable.Of(outcome.Reason)}") { Subject = file.FullPath });
        else if (outcome.Format == ModelFormats.GitLfsPointer)
            findings.Add(new Finding(Rules.LfsPointer, $"'{shown}' is a Git LFS pointer, not the model; run: git lfs pull, then: models lock") { Subject = file.FullPath });
        else
            return outcome;

        return null;
    }
}
