using System.Globalization;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>
/// The short way through a build in which nothing changed. A verification that found nothing at all and hashed nothing
/// leaves the state of all it looked at: lock, policies, every declared file, every folder and what else lies in them. While
/// the system says the same of each, the answer is the same, and neither lock nor policy is parsed.
/// </summary>
internal static class UnchangedLock
{
    /// <summary>The earlier result, if it still holds; null where the whole lock must be verified.</summary>
    public static VerificationResult? Find(VerificationRequest request) =>
        request is { CacheDirectory: { } folder, Scope: null } && Recall(folder, Question(request)) is { } models
            ? new VerificationResult { Findings = [], Models = models & MaxModels, Files = models >> ModelBits, Cached = models >> ModelBits }
            : null;

    /// <summary>Remembers a result that is worth it. Never throws.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="run">How it went; null when the lock could not be read.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="startedNs">The clock before anything was looked at.</param>
    public static void Remember(VerificationRequest request, VerificationRun? run, VerificationResult result, long startedNs)
    {
        // Every file known by the digest cache: its rules about what may be remembered hold here too.
        var isQuiet = run is not null && result.Findings.Count == 0 && result.Cached == run.Files.Count && result.Hashed == 0;
        if (isQuiet && request is { CacheDirectory: { } folder, Scope: null } && result.Models <= MaxModels && result.Files <= MaxFiles)
            Remember(folder, Question(request), (result.Files << ModelBits) | result.Models, Paths(request, run!), startedNs);
    }

    // Projects of one build may ask differently: each question keeps its answer.
    private static int? Recall(string folder, string question) =>
        PathStamps.Find(folder, question, question) is { } counts && int.TryParse(counts, NumberStyles.None, CultureInfo.InvariantCulture, out var models) ? models : null;

    private static void Remember(string folder, string question, int counts, HashSet<string> paths, long startedNs) =>
        PathStamps.Remember(folder, question, question, counts.ToString(CultureInfo.InvariantCulture), paths, startedNs);

    // Both counts in one number: they are shown, nothing depends on them.
    private const int ModelBits = 13;
    private const int MaxModels = (1 << ModelBits) - 1;
    private const int MaxFiles = int.MaxValue >> ModelBits;

    /// <summary>All that the answer depends on beside the files; another build of this assembly asks another question.</summary>
    public static string Question(VerificationRequest request)
    {
        var today = (request.TodayUtc ?? DateTime.UtcNow.Date).Ticks / TimeSpan.TicksPerDay;
        return string.Join(
            "\n",
            typeof(UnchangedLock).Module.ModuleVersionId.ToString(), request.LockPath, request.PolicyPath ?? "", request.Mode ?? "",
            request.RequiredPolicySha256 ?? "", request.RequireFetched ? "fetched" : "", request.InspectContent ? "inspected" : "", request.Behavior ?? "",
            request.Scanner is null ? "" : Scanning.Caching.ScannerIdentity.Of(request.Scanner) ?? "",
            today.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Lock, policies, and what else was read to understand them.</summary>
    public static HashSet<string> Declarations(VerificationRequest request, VerificationRun run)
    {
        var paths = new HashSet<string>(run.AlsoRead, StringComparer.Ordinal) { request.LockPath };
        foreach (var policy in run.Policy.Files)
            paths.Add(policy.Path);

        // That there was none is a fact as well.
        if (run.Policy.Files.Count == 0)
            paths.Add(request.PolicyPath ?? Path.Combine(run.LockFolder, ModelsPolicy.FileName));

        return paths;
    }

    private static HashSet<string> Paths(VerificationRequest request, VerificationRun run)
    {
        var paths = Declarations(request, run);
        foreach (var file in run.Files)
            paths.Add(file.FullPath);

        foreach (var folder in run.Folders.Values)
        {
            foreach (var listed in folder.Content.Listed)
                paths.Add(listed);

            foreach (var entry in folder.Content.Entries.Keys)
                paths.Add(Path.Combine(folder.Path, DeclaredPath.Native(entry)));
        }

        return paths;
    }
}
