using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>A tuned model that runs on some server, against what its base said here.</summary>
internal static class EndpointComparison
{
    /// <summary>Asks the server each recorded prompt.</summary>
    /// <param name="tuned">On the server.</param>
    /// <param name="original">The base's recorded replies.</param>
    /// <param name="file">Where they come from: the base, or a file of replies.</param>
    /// <param name="policy">Judges what is found.</param>
    /// <param name="failOn">The mildest verdict that fails by itself.</param>
    public static BehaviorOutcome Of(ILanguageModel tuned, RecordedReplies original, ScanTarget file, ScanPolicyChoice policy, BehaviorVerdict? failOn)
    {
        var result = ReplyComparison.Of(tuned, original, [.. original.All.Select(static reply => reply.Prompt)]).Result();
        var isSuspicious = result.Outcome == CheckOutcome.Suspicious;
        var report = new BehaviorReport
        {
            Verdict = isSuspicious ? BehaviorVerdict.Suspicious : BehaviorVerdict.Limited,
            Score = result.Score,
            Tier = BehaviorTier.Fast,
            Engine = "endpoint",
            Checks = [result],
        };
        Finding[] findings = isSuspicious ? [new Finding(result.Rule!, $"The model at the endpoint {result.Words}") { Subject = file.Path }] : [];
        return new BehaviorOutcome(policy.Decide(file, new ScanResult { File = new ScanFile(file.Path), Findings = findings }) with { Behavior = report.Verdict }, report, [.. policy.Notices()], failOn);
    }
}
