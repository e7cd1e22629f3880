namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>The one table from a level to what each surface makes of it.</summary>
public static class Levels
{
    /// <summary>Nothing fails the policy.</summary>
    public const int ExitOk = 0;

    /// <summary>Findings fail the policy.</summary>
    public const int ExitFindings = 1;

    /// <summary>Usage error, unreadable input, or the tool itself failed: nothing is known.</summary>
    public const int ExitFailure = 2;

    private static readonly Rule[] Failures =
    [
        Rules.InternalError, Rules.Usage, Rules.Unreadable, Rules.Cancelled, Rules.LockUnreadable, Rules.PolicyUnreadable,
    ];

    /// <summary>The word of an MSBuild diagnostic; null when nothing is logged.</summary>
    public static string? MSBuildWord(this Level level) => level switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        Level.Message => "message",
        _ => null,
    };

    /// <summary>The value of <c>level</c> in SARIF 2.1.0.</summary>
    public static string SarifWord(this Level level) => level switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        Level.Message => "note",
        _ => "none",
    };

    /// <summary>The word in text and JSON reports and on the rules' pages.</summary>
    public static string Word(this Level level) => level.MSBuildWord() ?? "none";

    /// <summary>The word in JSON reports and on the rules' pages.</summary>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        _ => "info",
    };

    /// <summary>The exit code of the command line: 2 beats 1 beats 0, because what was not looked at outweighs what was found.</summary>
    public static int ExitCode(IEnumerable<DecidedFinding> findings)
    {
        int code = ExitOk;
        foreach (var decided in findings)
        {
            if (decided.Level != Level.Error) continue;
            if (Array.IndexOf(Failures, decided.Finding.Rule) >= 0) return ExitFailure;
            code = ExitFindings;
        }

        return code;
    }
}
