using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Verification;
using SupplyChainAnalyzers.Core.Verification.Behavior;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>What the command line says about one check of a model; what it leaves out comes from the lock, if there is one.</summary>
internal sealed record BehaviorGiven
{
    public string? Probe { get; init; }

    public string? Labels { get; init; }

    public string? Reference { get; init; }

    public string? Original { get; init; }

    public string? Suspects { get; init; }

    public string? Training { get; init; }

    public string? Golden { get; init; }

    public string? Prompts { get; init; }

    public string? Phrases { get; init; }

    /// <summary>Whether outputs or replies are to be recorded.</summary>
    public bool Record { get; init; }

    public BehaviorTier? Tier { get; init; }

    public required IReadOnlyList<string> Checks { get; init; }

    public required IReadOnlyList<Measurement> Parameters { get; init; }

    public bool Pictures { get; init; }

    public bool Suite { get; init; }

    public BehaviorVerdict? FailOn { get; init; }

    public string? Policy { get; init; }

    public string? Mode { get; init; }

    /// <summary>Where results are remembered; null for nowhere.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Checks a file that nothing is known of.</summary>
    public BehaviorOutcome OfFile(CommandHost host, string model)
    {
        var question = On(new BehaviorQuestion { Model = model, Name = ShownPath.Relative(model, host.CurrentDirectory), Tier = Tier ?? BehaviorTier.Standard });
        return new ModelBehavior(host, ScanPolicyChoice.Read(host, Policy, Mode, null), FailOn, CacheFolder).Check(question, null);
    }

    /// <summary>Checks a model as its entry in a lock says.</summary>
    public BehaviorOutcome OfLocked(CommandHost host, string lockPath, string name)
    {
        var beside = Path.Combine(Path.GetDirectoryName(lockPath)!, ModelsPolicy.FileName);
        var policyPath = Policy ?? (File.Exists(beside) ? beside : null);
        var locked = LockedBehavior.Find(
            new VerificationRequest { LockPath = lockPath, PolicyPath = policyPath is null ? null : host.FullPath(policyPath), Mode = Mode, CacheDirectory = CacheFolder, Scanner = ScannerFinder.Find(host) },
            name, Tier, host.Cancellation);
        if (locked.Question is not { } question)
        {
            var nothing = new ScannedFile { Path = name, Verdict = Verdict.Unscannable, Behavior = BehaviorVerdict.Inconclusive, Findings = locked.Verification.Findings };
            return new BehaviorOutcome(nothing, null, [], FailOn);
        }

        // What was found in its content is found once more, with the notes that a verification leaves out.
        var outcome = new ModelBehavior(host, ScanPolicyChoice.Read(host, policyPath, Mode, null), FailOn, CacheFolder).Check(On(question), locked);
        return outcome with { Notices = [.. locked.Verification.Findings.Where(static decided => !decided.Finding.Rule.IsContent && decided.Finding.Rule != Rules.PolicyNotEnforced), .. outcome.Notices] };
    }

    private BehaviorQuestion On(BehaviorQuestion question) => question with
    {
        Probe = Probe ?? question.Probe,
        Labels = Labels ?? (Probe is null ? question.Labels : null),
        Reference = Reference ?? question.Reference,
        Original = Original ?? question.Original,
        Suspects = Suspects ?? question.Suspects,
        Training = Training ?? question.Training,
        Golden = Golden ?? question.Golden,
        Prompts = Prompts ?? question.Prompts,
        Phrases = Phrases ?? question.Phrases,
        Record = Record,
        Checks = Checks.Count > 0 ? Checks : question.Checks,
        Parameters = [.. Parameters, .. question.Parameters.Where(own => !Parameters.Any(given => given.Name == own.Name))],
        Pictures = Pictures,
        Suite = Suite,
    };
}
