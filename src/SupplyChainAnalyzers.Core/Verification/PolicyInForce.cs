using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Verification.Disk;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>The policy and the mode that judge one verification.</summary>
internal sealed class PolicyInForce
{
    private readonly PolicyEvaluator _evaluator;

    private PolicyInForce(ModelsPolicy policy, Mode? asked)
    {
        Policy = policy;
        _evaluator = new PolicyEvaluator(policy, asked);
    }

    /// <summary>What judges while nothing could be read.</summary>
    public static PolicyInForce Fallback => new(PolicyPresets.Default, null);

    /// <summary>The rules.</summary>
    public ModelsPolicy Policy { get; }

    /// <summary>
    /// Reads what <paramref name="request"/> names, or models.policy.json beside the lock. With a fault in it the built-in
    /// policy judges, and never in audit mode: who breaks the policy must not get a weaker one.
    /// </summary>
    public static PolicyInForce Read(VerificationRequest request, List<Finding> findings)
    {
        // A word that is no mode may have been meant as the strictest.
        if (!Modes.TryParse(request.Mode, "SupplyChainMode", out var asked, out var error))
        {
            findings.Add(error!);
            asked = Mode.Strict;
        }

        var path = request.PolicyPath ?? Path.Combine(Path.GetDirectoryName(request.LockPath)!, ModelsPolicy.FileName);
        if (request.PolicyPath is null && !IsThere(path))
        {
            var builtIn = PolicyPresets.Of(asked);
            Require(request, builtIn, request.LockPath, findings);
            return new PolicyInForce(builtIn, asked);
        }

        var read = PolicyReader.Read(path, ReadFile);
        findings.AddRange(read.Errors);
        if (read.Value is not { } policy)
            return new PolicyInForce(PolicyPresets.Default, asked == Mode.Audit ? null : asked);

        Require(request, policy, path, findings);
        var inForce = new PolicyInForce(policy, asked);
        findings.AddRange(inForce._evaluator.Notices(Today(request)));
        return inForce;
    }

    /// <summary>The level of one finding.</summary>
    public DecidedFinding Decide(Finding finding, VerificationRequest request)
    {
        var decided = _evaluator.Decide(finding, Today(request));

        // Without the file, what is published or packed lacks its model.
        return finding.Rule == Rules.NotFetched && request.RequireFetched && _evaluator.Mode != Mode.Audit
            ? decided with { Level = Level.Error }
            : decided;
    }

    private static DateTime Today(VerificationRequest request) => request.TodayUtc ?? DateTime.UtcNow.Date;

    private static void Require(VerificationRequest request, ModelsPolicy policy, string path, List<Finding> findings)
    {
        if (RequiredPolicy.Check(policy, request.RequiredPolicySha256, path) is { } finding)
            findings.Add(finding);
    }

    // A link to nowhere is there: somebody wants a policy.
    private static bool IsThere(string path) => FileStat.Of(path) is not { Kind: FileKind.Missing, IsLink: false };

    private static byte[]? ReadFile(string path)
    {
        try
        {
            return LimitedRead.File(path, PolicyReader.MaxBytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
