using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>What is wrong in a project's scripts, notebooks, container files and lists of packages, decided by the policy.</summary>
public static class ProjectSources
{
    /// <summary>Never throws but for <see cref="OperationCanceledException"/>. Without a lock there are no commits to name.</summary>
    /// <param name="request">Lock, policy and cache.</param>
    /// <param name="folder">Absolute folder of the project, which keeps the answers of several projects apart.</param>
    /// <param name="paths">Absolute; what no reader takes is left out.</param>
    /// <param name="write">Writes down what is to be said: it is remembered, and said again while nothing changes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static SourcesAnswer Check(
        VerificationRequest request, string folder, IReadOnlyList<string> paths, Func<VerificationResult, string> write, CancellationToken cancellationToken = default) =>
        Check(request, folder, paths, write, HashCache.Now, cancellationToken);

    /// <summary>With another clock than the wall's, for tests that would have to wait.</summary>
    internal static SourcesAnswer Check(
        VerificationRequest request, string folder, IReadOnlyList<string> paths, Func<VerificationResult, string> write, Func<long> clock, CancellationToken cancellationToken)
    {
        if (UnchangedSources.Find(request, folder, paths) is { } known)
            return new SourcesAnswer(known, IsRemembered: true);

        var startedNs = clock();
        VerificationRun? checkedRun = null;
        var result = VerificationSession.Run(request with { CacheDirectory = null }, "", run => Check(checkedRun = run, paths), cancellationToken, isLockOptional: true);
        var answer = write(result);
        UnchangedSources.Remember(request, folder, paths, checkedRun, result, answer, startedNs);
        return new SourcesAnswer(answer, IsRemembered: false);
    }

    private static void Check(VerificationRun run, IReadOnlyList<string> paths)
    {
        var context = new SourceContext(
            new HubPins(run.Models),
            new OllamaPins(run.Models),
            [.. run.Models.Hosted.Values.Select(static hosted => hosted.Model)],
            run.Policy.Sources.Endpoints?.Value,
            name => IsFolder(run, name));
        foreach (var file in SourceFiles.ReadAll(paths, context, run.Cancellation))
            run.Findings.AddRange(file.Findings);
    }

    // Whether there is one is a fact that the answer depends on.
    private static bool IsFolder(VerificationRun run, string name)
    {
        var path = Path.Combine(run.LockFolder, name);
        run.AlsoRead.Add(path);
        return Directory.Exists(path);
    }
}
