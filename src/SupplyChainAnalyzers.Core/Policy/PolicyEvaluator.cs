using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy.Members;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>
/// What a policy makes of findings. In this order: integrity failures and faults of the tool or the policy; exemptions;
/// what the scan settings say about content; the rule's level in the mode. A setting raises what the mode says, never lowers it.
/// </summary>
public sealed class PolicyEvaluator
{
    private readonly ModelsPolicy _policy;
    private readonly Mode? _requested;

    /// <summary>Evaluates under <paramref name="policy"/>.</summary>
    /// <param name="policy">A policy that was read, or a preset.</param>
    /// <param name="requested">
    /// The mode the build or command line asks for; null when it doesn't. The stricter of it and the policy's own holds.
    /// </param>
    public PolicyEvaluator(ModelsPolicy policy, Mode? requested = null)
    {
        _policy = policy;
        _requested = requested;
        Mode = policy.Mode is { } stated && !(requested > stated.Value) ? stated.Value : requested ?? Mode.Default;
    }

    /// <summary>The mode that holds.</summary>
    public Mode Mode { get; }

    /// <summary>What becomes of a finding.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="todayUtc">Decides whether an exemption still holds.</param>
    public DecidedFinding Decide(Finding finding, DateTime todayUtc)
    {
        finding = ContentSettings.Weigh(_policy.Scan, finding);
        var level = LevelOf(finding);
        if (ExemptionOf(finding, todayUtc) is not { } exemption) return new DecidedFinding(finding, level);

        string justification = $"{Printable.Of(exemption.Reason)} (until {exemption.LastDay}, reviewed by {Printable.Of(exemption.Reviewer)})";
        return new DecidedFinding(finding, level > Level.Message ? Level.Message : level, justification);
    }

    /// <summary>What there is to say about the policy itself; to be decided like any other finding.</summary>
    /// <param name="todayUtc">Decides which exemptions have expired.</param>
    public IReadOnlyList<Finding> Notices(DateTime todayUtc) => [.. WeakerMode(), .. Expired(todayUtc), .. NotEnforced()];

    private Level LevelOf(Finding finding)
    {
        var level = finding.Rule.LevelIn(Mode);
        if (finding.Rule == Rules.ScannerNotIsolated && Mode != Mode.Audit && _policy.Scan.RequireIsolation?.Value == true) return Level.Error;
        if (!finding.Rule.IsContent || finding.Rule.IsIntegrity || Mode == Mode.Audit) return level;

        if (ContentSettings.IsRefused(_policy.Scan, finding)) return Level.Error;

        var verdict = Verdicts.Of(finding);
        bool doubtsFail = Mode == Mode.Strict || (verdict == Verdict.Unscannable
            ? _policy.Scan.OnUnscannable?.Value == UnscannableAction.Fail
            : _policy.Scan.FailOn?.Value == FailOn.Suspicious);
        return Verdicts.LevelOf(verdict, doubtsFail);
    }

    // One for the whole content may have expired while one for this name holds, and the other way round.
    private Exemption? ExemptionOf(Finding finding, DateTime todayUtc)
    {
        if (!finding.Rule.CanBeExempted || finding.Sha256 is not { } sha256 || _policy.Exemptions is not { } exemptions) return null;

        foreach (var symbol in finding.Symbol is null ? [null] : new[] { finding.Symbol, null })
        {
            if (exemptions.Value.TryGetValue(Exemption.KeyOf(finding.Rule.Id, sha256, symbol), out var exemption) && !exemption.IsExpired(todayUtc)) return exemption;
        }

        return null;
    }

    private IEnumerable<Finding> WeakerMode()
    {
        if (_policy.Mode is not { } stated || !(_requested < stated.Value)) yield break;
        yield return At(stated.Place, Rules.WeakerModeIgnored, $"The build asks for mode {_requested.Value.Word()}, this policy states {stated.Value.Word()}; {stated.Value.Word()} holds");
    }

    private IEnumerable<Finding> Expired(DateTime todayUtc) =>
        from exemption in _policy.Exemptions?.Value.Values ?? []
        where exemption.IsExpired(todayUtc)
        select At(exemption.Place, Rules.ExemptionExpired, $"The exemption '{exemption.Key}' expired on {exemption.LastDay}; mend the cause, or have it reviewed anew");

    // One for a section: what is demanded together is missed together.
    private IEnumerable<Finding> NotEnforced() =>
        from demand in PolicyMembers.Root.SelectMany(member => member.Unmet(_policy))
        group demand by (Section: demand.Path.Split('.')[0], IsInCode: demand.InCode is not null) into section
        select At(section.First().Place, Rules.PolicyNotEnforced, NotEnforced(section.Key.IsInCode, [.. section]));

    private static string NotEnforced(bool isInCode, IReadOnlyList<UnmetDemand> demands)
    {
        string paths = string.Join(", ", demands.Select(static demand => demand.Path));
        string rules = string.Join(", ", demands.Select(static demand => demand.InCode?.Id).OfType<string>().Distinct());
        return isInCode
            ? $"This version checks {paths} in source code ({rules}), and not for what models.lock declares; make sure of that elsewhere, or update the package SupplyChainAnalyzers"
            : $"This version does not check {paths}; nothing was verified for it; make sure of it elsewhere, or update the package SupplyChainAnalyzers";
    }

    private static Finding At(PolicyPlace place, Rule rule, string message) =>
        new(rule, message) { File = place.File.Length == 0 ? null : place.File, Region = place.Region };
}
