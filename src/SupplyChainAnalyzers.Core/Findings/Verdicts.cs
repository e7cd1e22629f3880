namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>From findings about content (3xxx) to a verdict, and from a verdict to a level.</summary>
public static class Verdicts
{
    /// <summary>The verdict one finding stands for; findings that are not about content say nothing: clean.</summary>
    public static Verdict Of(Finding finding)
    {
        if (!finding.Rule.IsContent) return Verdict.Clean;
        if (finding.Rule == Rules.Unscannable) return Verdict.Unscannable;
        return finding.Severity switch
        {
            Severity.Info => Verdict.Clean,
            Severity.Low or Severity.Medium => Verdict.Suspicious,
            _ => Verdict.Malicious,
        };
    }

    /// <summary>The worst of all.</summary>
    public static Verdict Of(IEnumerable<Finding> findings) => findings.Select(Of).DefaultIfEmpty(Verdict.Clean).Max();

    /// <summary>
    /// The level of a content finding. Malicious always fails; doubts warn until the policy (<c>scan.failOn</c>,
    /// <c>scan.onUnscannable</c>) or strict mode makes them fail.
    /// </summary>
    public static Level LevelOf(Verdict verdict, bool doubtsFail) => verdict switch
    {
        Verdict.Malicious => Level.Error,
        Verdict.Suspicious or Verdict.Unscannable => doubtsFail ? Level.Error : Level.Warning,
        _ => Level.Message,
    };

    /// <summary>The word in JSON and text.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Malicious => "malicious",
        Verdict.Suspicious => "suspicious",
        Verdict.Unscannable => "unscannable",
        _ => "clean",
    };
}
