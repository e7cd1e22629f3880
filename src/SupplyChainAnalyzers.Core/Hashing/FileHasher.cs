namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// SHA-256 of many files: several at a time, the largest first (so that none is left running alone at the end),
/// each read ahead of its hashing and read once, its first bytes kept for the format.
/// </summary>
public static class FileHasher
{
    /// <summary>
    /// One outcome for each job, in the jobs' order. What goes wrong with a file is its outcome; nothing is thrown for it.
    /// </summary>
    /// <param name="jobs">What to hash. Links are followed.</param>
    /// <param name="cache">Digests of unchanged files; null reads every file. New ones are put in, <see cref="HashCache.Save"/> is the caller's.</param>
    /// <param name="progress">Told bytes done and bytes in all of the files that have to be read; from any thread.</param>
    /// <param name="cancellationToken">Ends the reading within one block.</param>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public static HashOutcome[] HashAll(IReadOnlyList<HashJob> jobs, HashCache? cache = null, Action<long, long>? progress = null, CancellationToken cancellationToken = default)
    {
        var outcomes = new HashOutcome[jobs.Count];
        var work = new List<HashWork>();
        for (var i = 0; i < jobs.Count; i++)
        {
            var stat = jobs[i].Stat ?? FileStat.Of(jobs[i].Path);
            if (stat.Kind != FileKind.File)
                outcomes[i] = Refused(jobs[i].Path, stat);
            else if (cache?.Find(jobs[i].Path, stat.Identity) is { } remembered)
                outcomes[i] = remembered;
            else
                work.Add(new HashWork(i, jobs[i].Path, stat.Size));
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (work.Count > 0)
        {
            // Ties in the jobs' order: what is reported first doesn't depend on a sort's whim.
            work.Sort(static (a, b) => a.Size != b.Size ? b.Size.CompareTo(a.Size) : a.Index.CompareTo(b.Index));
            new HashRun(work, outcomes, cache, progress, cancellationToken).Run();
        }

        return outcomes;
    }

    private static HashOutcome Refused(string path, FileStat stat) => new()
    {
        Path = path,
        Size = stat.Size,
        Status = stat.Kind switch
        {
            FileKind.Missing => HashStatus.Missing,
            FileKind.Unreadable => HashStatus.Unreadable,
            _ => HashStatus.NotAFile,
        },
        Reason = stat.Kind switch
        {
            FileKind.Folder => "it is a folder",
            FileKind.Special => "it is a device, pipe or socket",
            _ => stat.Reason,
        },
    };
}
