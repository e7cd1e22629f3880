using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Verification.Disk;
using SupplyChainAnalyzers.Core.Verification.Signatures;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>What every use case does before and after its own checks: read lock and policy, decide, order, fail closed.</summary>
internal static class VerificationSession
{
    /// <summary>Runs <paramref name="checks"/> over a lock that could be read; what goes wrong is a finding.</summary>
    /// <param name="request">Lock, policy, cache.</param>
    /// <param name="cacheScope">Keeps the digests of different use cases apart: each stays as small as what it needs.</param>
    /// <param name="checks">The use case.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="isLockOptional">Whether no lock is one that declares nothing.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static VerificationResult Run(
        VerificationRequest request, string cacheScope, Action<VerificationRun> checks, CancellationToken cancellation, bool isLockOptional = false)
    {
        cancellation.ThrowIfCancellationRequested();
        var findings = new List<Finding>();
        VerificationRun? run = null;

        // Beside the lock, which alone says what to hash: a large model is being read before the policy is.
        var reading = Task.Factory.StartNew(() => ReadPolicy(request), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            var read = ReadLock(request.LockPath, isLockOptional);
            findings.AddRange(read.Errors);
            if (read.Value is { } models)
            {
                run = new VerificationRun(request, models, () => reading.GetAwaiter().GetResult().Policy.Policy, cancellation)
                {
                    Cache = request.CacheDirectory is { } folder ? HashCache.Open(folder, cacheScope + request.LockPath) : null,
                };
                checks(run);
                run.Cache?.Save();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            findings.Add(Failure(request.LockPath, e));
        }
        finally
        {
            reading.Wait(); // it never fails; and who cancels wants no file of his open afterwards
        }

        if (run is not null)
            findings.AddRange(run.Findings);

        var (policy, faults) = reading.Result;
        findings.AddRange(faults);
        return Decided(request, policy, findings, run);
    }

    /// <summary>What becomes of one finding about the verification as a whole; no lock is read.</summary>
    public static VerificationResult Say(VerificationRequest request, Finding finding)
    {
        var findings = new List<Finding> { finding };
        return Decided(request, PolicyInForce.Read(request, findings), findings, null);
    }

    private static (PolicyInForce Policy, List<Finding> Faults) ReadPolicy(VerificationRequest request)
    {
        var faults = new List<Finding>();
        try
        {
            return (PolicyInForce.Read(request, faults), faults);
        }
        catch (Exception e)
        {
            return (PolicyInForce.Fallback, [.. faults, Failure(request.LockPath, e)]);
        }
    }

    private static ReadResult<ModelsLock> ReadLock(string path, bool isOptional)
    {
        try
        {
            // A link to nowhere is there: somebody wants a lock.
            if (isOptional && FileStat.Of(path) is { Kind: FileKind.Missing, IsLink: false })
                return new ReadResult<ModelsLock>(new ModelsLock(), []);

            return ModelsLockReader.Read(LimitedRead.File(path, JsonLimits.Default.MaxLength), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            var message = $"{Shown.Name(Path.GetFileName(path))} cannot be read: {Text.Printable.Of(e.Message)}";
            return new ReadResult<ModelsLock>(null, [new Finding(Rules.LockUnreadable, message) { File = path }]);
        }
    }

    private static Finding Failure(string lockPath, Exception e) =>
        new(Rules.InternalError, $"The check failed, so nothing counts as verified: {e.GetType().Name}: {Text.Printable.Of(e.Message)}; please report it") { File = lockPath };

    // What cannot be judged fails.
    private static DecidedFinding Decide(VerificationRequest request, PolicyInForce policy, Finding finding)
    {
        try
        {
            return policy.Decide(finding, request);
        }
        catch (Exception)
        {
            return new DecidedFinding(finding, Level.Error);
        }
    }

    private static VerificationResult Decided(VerificationRequest request, PolicyInForce policy, List<Finding> findings, VerificationRun? run)
    {
        var decided = new List<DecidedFinding>(findings.Count);
        foreach (var finding in findings)
            decided.Add(Decide(request, policy, finding));

        decided.Sort(FindingOrder.Compare);
        return new VerificationResult
        {
            Findings = decided,
            Models = run?.Models.Models.Count ?? 0,
            Files = run?.Looked ?? 0,
            Hashed = run?.Hashed ?? 0,
            Cached = run?.Cached ?? 0,
            BytesHashed = run?.BytesHashed ?? 0,
            Evidence = request.Explain && run is not null ? EvidenceReader.Of(run) : [],
        };
    }
}
