using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>One thing this product can report. All rules stand in <see cref="Rules"/> and nowhere else.</summary>
public sealed class Rule
{
    internal Rule(
        string id, string title, Level level, Severity severity, bool integrity = false, Level? strict = null, bool always = false,
        Taxa? taxa = null)
    {
        Id = id;
        Title = title;
        DefaultLevel = level;
        StrictLevel = strict ?? level;
        Severity = severity;
        IsIntegrity = integrity;
        HoldsInAudit = always;
        Taxa = taxa ?? Taxa.None;
    }

    /// <summary>SCA and four digits; the number's range names the subject (see docs/rules).</summary>
    public string Id { get; }

    /// <summary>One line without a full stop; what is wrong, in general.</summary>
    public string Title { get; }

    /// <summary>The level under the built-in default policy.</summary>
    public Level DefaultLevel { get; }

    /// <summary>The level in strict mode; never lower than <see cref="DefaultLevel"/>.</summary>
    public Level StrictLevel { get; }

    /// <summary>How bad it is, unless a finding says otherwise.</summary>
    public Severity Severity { get; }

    /// <summary>
    /// Whether the rule says that bytes or facts are not what was declared: an error that no exemption, NoWarn or
    /// .editorconfig hides. Only audit mode, which fails nothing, shows it as a message.
    /// </summary>
    public bool IsIntegrity { get; }

    /// <summary>
    /// Whether the rule says that the check did not take place or that the policy, which decides about audit mode, cannot
    /// be believed. Such a finding keeps its level in audit mode, or a broken policy would switch itself off.
    /// </summary>
    public bool HoldsInAudit { get; }

    /// <summary>Its place in MITRE ATLAS, OWASP and CWE.</summary>
    public Taxa Taxa { get; }

    /// <summary>Whether an exemption may cover it: no integrity failure, no failure of the tool, no advisory (52xx).</summary>
    public bool CanBeExempted => !IsIntegrity && !HoldsInAudit && !IsIn("SCA52");

    /// <summary>Whether it speaks of what is inside a file (3xxx): the severity of the finding decides its level.</summary>
    public bool IsContent => IsIn("SCA3");

    /// <summary>Whether it speaks of models.lock (20xx) or the policy (51xx) as a text, not of what they are about.</summary>
    public bool IsAboutInput => IsIn("SCA20") || IsIn("SCA51");

    /// <summary>The rule's page.</summary>
    public string HelpLink => HelpBase + Id + ".md";

    private const string HelpBase = "https://github.com/SupplyChainAnalyzers/SupplyChainAnalyzers/blob/main/docs/rules/";

    /// <summary>The level in <paramref name="mode"/>, before a policy's members are looked at.</summary>
    public Level LevelIn(Mode mode) => mode switch
    {
        Mode.Strict => StrictLevel,
        Mode.Audit when !HoldsInAudit && DefaultLevel > Level.Message => Level.Message,
        _ => DefaultLevel,
    };

    /// <inheritdoc/>
    public override string ToString() => Id;

    private bool IsIn(string range) => Id.StartsWith(range, StringComparison.Ordinal);
}
