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
            Require(request, [], request.LockPath, findings);
            return new PolicyInForce(PolicyPresets.Of(asked), asked);
        }

        var read = PolicyReader.Read(path, ReadFile);
        findings.AddRange(read.Errors);
        if (read.Value is not { } policy)
            return new PolicyInForce(PolicyPresets.Default, asked == Mode.Audit ? null : asked);

        Require(request, policy.Files, path, findings);
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

    private static void Require(VerificationRequest request, IReadOnlyList<PolicyFile> files, string path, List<Finding> findings)
    {
        if (request.RequiredPolicySha256 is not { } required)
            return;

        // A child only tightens what it extends: each policy of the chain is in force.
        foreach (var file in files)
        {
            if (string.Equals(file.Sha256, required.Trim(), StringComparison.OrdinalIgnoreCase))
                return;
        }

        var what = required.Trim() is { Length: not 64 } ? "which is no SHA-256 (64 hex digits)"
            : files.Count == 0 ? "but there is no policy"
            : $"but this one has {Shown.Digest(files[0].Sha256)} and extends none that has it";
        findings.Add(new Finding(Rules.PolicyRequired, $"SupplyChainRequirePolicy demands the policy with the digest {Shown.Name(Shown.Digest(required))}, {what}; restore the policy, or correct the demand in the pipeline") { File = path });
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
