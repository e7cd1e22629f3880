using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>
/// The short way through a build in which no script, notebook or list of packages changed: what the check said is kept with the state
/// of all it looked at, and said again while the system says the same of each. No file is opened then.
/// </summary>
internal static class UnchangedSources
{
    /// <summary>What was written down; null where the files must be read.</summary>
    public static string? Find(VerificationRequest request, string folder, IReadOnlyList<string> paths) =>
        request.CacheDirectory is { } cache ? PathStamps.Find(cache, Subject(request, folder), Question(request, paths)) : null;

    /// <summary>Remembers an answer, unless a fault of lock, policy or tool is part of it. Never throws.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="paths">What was read.</param>
    /// <param name="run">How it went; null when the lock could not be read.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="answer">What is to be said again.</param>
    /// <param name="startedNs">The clock before anything was looked at.</param>
    public static void Remember(
        VerificationRequest request, string folder, IReadOnlyList<string> paths, VerificationRun? run, VerificationResult result, string answer, long startedNs)
    {
        if (request.CacheDirectory is not { } cache || run is null || result.Findings.Any(static decided => decided.Finding.Rule is { IsAboutInput: true } or { HoldsInAudit: true }))
            return;

        var read = UnchangedLock.Declarations(request, run);
        read.UnionWith(paths);
        PathStamps.Remember(cache, Subject(request, folder), Question(request, paths), answer, read, startedNs);
    }

    private static string Subject(VerificationRequest request, string folder) => string.Join("\n", "sources", folder, request.LockPath);

    // A file that is added is another question.
    private static string Question(VerificationRequest request, IReadOnlyList<string> paths) => string.Join("\n", paths.Prepend(UnchangedLock.Question(request)));
}
