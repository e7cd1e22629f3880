using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Cli.Scanning;

/// <summary>
/// The policy that judges one scan. Only one that is named counts: a folder that is scanned because nobody trusts it must not
/// bring the policy that judges it.
/// </summary>
internal sealed class ScanPolicyChoice
{
    /// <summary>Words of <c>--fail-on</c>, from weak to strong.</summary>
    public static readonly string[] FailOnWords = ["malicious", "suspicious", "unscannable"];

    private readonly PolicyEvaluator _evaluator;
    private readonly DateTime _today = DateTime.UtcNow.Date;

    private ScanPolicyChoice(PolicyEvaluator evaluator, ModelsPolicy policy)
    {
        _evaluator = evaluator;
        Endpoints = policy.Sources.Endpoints?.Value is { } endpoints ? [.. endpoints.Select(static pattern => pattern.Text)] : null;
    }

    /// <summary>Endpoints of hosted models that the policy lists; null when it lists none.</summary>
    public IReadOnlyList<string>? Endpoints { get; }

    /// <summary>The day that decides what still holds, UTC.</summary>
    public DateTime Today => _today;

    /// <summary>Reads the named policy, or takes the built-in one.</summary>
    /// <exception cref="CommandFailedException">It can't be read: nothing is judged by half a policy.</exception>
    public static ScanPolicyChoice Read(CommandHost host, string? file, string? modeWord, string? failOn)
    {
        Modes.TryParse(modeWord, "--mode", out var mode, out _); // the option has refused other words
        var policy = file is null ? PolicyPresets.Of(mode) : ReadFile(host, host.FullPath(file));
        return new ScanPolicyChoice(new PolicyEvaluator(Tightened(policy, failOn), mode), policy);
    }

    /// <summary>What there is to say about the policy itself; not that a scan checks less than a verification.</summary>
    public IEnumerable<DecidedFinding> Notices() => _evaluator.Notices(_today)
        .Where(static finding => finding.Rule != Rules.PolicyNotEnforced)
        .Select(Decide);

    /// <summary>What becomes of a finding that is about no file.</summary>
    public DecidedFinding Decide(Finding finding) => _evaluator.Decide(finding, _today);

    /// <summary>The file as reports show it: names that the policy allows count as harmless, what it exempts stays what it is.</summary>
    public ScannedFile Decide(ScanTarget target, ScanResult result)
    {
        DecidedFinding[] findings = [.. result.Findings.Select(Decide).OrderByDescending(static decided => decided.Finding.Severity)];
        return new ScannedFile
        {
            Path = target.Name,
            Sha256 = result.Sha256,
            Size = result.Size,
            Format = result.Format,
            Verdict = result.Answered ? Verdicts.Of(findings.Select(static decided => decided.Finding)) : result.Verdict,
            Findings = findings,
        };
    }

    private static ModelsPolicy ReadFile(CommandHost host, string path)
    {
        var read = PolicyReader.Read(path, static path => File.Exists(path) ? File.ReadAllBytes(path) : null);
        if (read.Value is { } policy)
            return policy;

        var error = read.Errors[0];
        var place = FormattableString.Invariant($"{ShownPath.Of(error.File ?? path, host.CurrentDirectory)}({error.Region.Line},{error.Region.Column})");
        throw new CommandFailedException(error.Rule, error.Region.Line > 0 ? $"{place}: {error.Message}" : error.Message);
    }

    private static ModelsPolicy Tightened(ModelsPolicy policy, string? failOn) => Array.IndexOf(FailOnWords, failOn) switch
    {
        2 => policy with { Scan = policy.Scan with { FailOn = Asked(FailOn.Suspicious), OnUnscannable = Asked(UnscannableAction.Fail) } },
        1 => policy with { Scan = policy.Scan with { FailOn = Asked(FailOn.Suspicious) } },
        _ => policy,
    };

    private static Setting<T> Asked<T>(T value) => new(value, PolicyPlace.BuiltIn);
}
