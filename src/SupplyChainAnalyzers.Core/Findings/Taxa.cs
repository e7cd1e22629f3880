namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>Where a rule stands in the catalogues that security teams sort findings by.</summary>
/// <param name="Atlas">MITRE ATLAS 5.6 techniques, <c>AML.T0011.000</c>.</param>
/// <param name="Owasp">OWASP Top 10 for LLM Applications 2025 (<c>LLM03</c>) and Machine Learning Security Top 10 2023 (<c>ML06</c>).</param>
/// <param name="Cwe">Common Weakness Enumeration, the numbers.</param>
public sealed record Taxa(IReadOnlyList<string> Atlas, IReadOnlyList<string> Owasp, IReadOnlyList<int> Cwe)
{
    /// <summary>No catalogue knows it.</summary>
    public static Taxa None { get; } = new([], [], []);

    /// <summary>The file runs code of its author's choice when it is opened.</summary>
    internal static Taxa Code { get; } = new(["AML.T0011.000", "AML.T0018.002"], ["LLM03", "ML06"], [502, 506]);

    /// <summary>The model comes with source code that a loader imports.</summary>
    internal static Taxa RemoteCode { get; } = new(["AML.T0011.000", "AML.T0010.002"], ["LLM03"], [94, 829]);

    /// <summary>A template that is expanded on the user's machine reaches more than text.</summary>
    internal static Taxa Template { get; } = new(["AML.T0011.000", "AML.T0018.002"], ["LLM03", "ML06"], [94, 1336]);

    /// <summary>Damaged or ambiguous on purpose or by accident, so that scanner and loader see different things.</summary>
    internal static Taxa Evasion { get; } = new(["AML.T0076"], ["LLM03"], [20, 436]);

    /// <summary>It pretends to be something else.</summary>
    internal static Taxa Masquerade { get; } = new(["AML.T0074"], ["LLM03", "ML06"], [345, 436]);

    /// <summary>A name in the file leads out of the model's folder.</summary>
    internal static Taxa Path { get; } = new(["AML.T0011.000"], ["LLM03", "ML06"], [22, 59]);

    /// <summary>It uses up memory, time or disk of whoever opens it.</summary>
    internal static Taxa Exhaustion { get; } = new(["AML.T0029"], ["LLM10"], [400, 409, 789]);

    /// <summary>Sizes, offsets or counts that lie: memory of a native loader is read or written out of bounds.</summary>
    internal static Taxa Memory { get; } = new(["AML.T0011.000"], ["LLM03"], [20, 119, 190]);

    /// <summary>The graph does more than compute.</summary>
    internal static Taxa Graph { get; } = new(["AML.T0018.001", "AML.T0011.000"], ["LLM04", "ML10"], [829]);

    /// <summary>It behaves as models with a planted trigger or poisoned training data do.</summary>
    internal static Taxa Behavior { get; } = new(["AML.T0018.000", "AML.T0020"], ["LLM04", "ML02", "ML10"], [506]);

    /// <summary>Nobody who is trusted vouches for it.</summary>
    internal static Taxa Signature { get; } = new(["AML.T0010.003", "AML.T0073"], ["LLM03"], [345, 347]);

    /// <summary>It fetches or sends something over the network.</summary>
    internal static Taxa Network { get; } = new(["AML.T0025", "AML.T0011.000"], ["LLM03"], [829, 918]);
}
