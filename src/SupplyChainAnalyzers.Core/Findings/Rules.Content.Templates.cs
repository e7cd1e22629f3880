namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>312x: templates that are expanded on the user's machine.</summary>
public static partial class Rules
{
    /// <summary>Server-side template injection, shipped with the model.</summary>
    public static readonly Rule TemplateReachesCode = new("SCA3120", "Template reaches Python's internals", Level.Error, Severity.Critical, taxa: Taxa.Template);

    /// <summary>Computed names, private members, other files.</summary>
    public static readonly Rule TemplateDoubtful = new("SCA3121", "Template does what no prompt needs", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Template);

    /// <summary>Text for the model that the user never sees.</summary>
    public static readonly Rule TemplateHidesText = new("SCA3122", "Template slips hidden text into the conversation", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Template);
}
