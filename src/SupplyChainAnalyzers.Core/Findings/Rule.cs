namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>One thing this product can report. All rules stand in <see cref="Rules"/> and nowhere else.</summary>
public sealed class Rule
{
    internal Rule(string id, string title, Level level, Severity severity, bool integrity = false)
    {
        Id = id;
        Title = title;
        DefaultLevel = level;
        Severity = severity;
        IsIntegrity = integrity;
    }

    /// <summary>SCA and four digits; the number's range names the subject (see docs/rules).</summary>
    public string Id { get; }

    /// <summary>One line without a full stop; what is wrong, in general.</summary>
    public string Title { get; }

    /// <summary>The level under the built-in default policy.</summary>
    public Level DefaultLevel { get; }

    /// <summary>How bad it is, unless a finding says otherwise.</summary>
    public Severity Severity { get; }

    /// <summary>Whether the rule says that bytes or facts are not what was declared: always an error, hidden by nothing.</summary>
    public bool IsIntegrity { get; }

    /// <summary>The rule's page.</summary>
    public string HelpLink => HelpBase + Id + ".md";

    private const string HelpBase = "https://github.com/SupplyChainAnalyzers/SupplyChainAnalyzers/blob/main/docs/rules/";

    /// <inheritdoc/>
    public override string ToString() => Id;
}
