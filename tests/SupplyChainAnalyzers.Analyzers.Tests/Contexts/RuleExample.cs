using SupplyChainAnalyzers.Testing.Verification;

namespace SupplyChainAnalyzers.Analyzers.Tests.Contexts;

/// <summary>What shows one rule: statements that any kind of member can hold, so that every context can be put around them.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Statements">With markup. <c>Given</c> has what they need from elsewhere.</param>
/// <param name="Clean">The same kind of statements with nothing wrong in them.</param>
internal sealed record RuleExample(string Id, string Statements, string Clean)
{
    /// <summary>The statements after the fix; they may keep markup. Null for a rule without a fix.</summary>
    public string? Fixed { get; init; }

    /// <summary>Verifies the fix; given where <see cref="Fixed"/> is.</summary>
    public Func<RuleTest, Task>? Verify { get; init; }

    /// <summary>Its code fix provider; given where <see cref="Fixed"/> is.</summary>
    public Type? Fixer { get; init; }

    /// <summary>Using directives beyond those of every context, for extension methods.</summary>
    public string Usings { get; init; } = "";

    /// <summary>Types that are written in the project itself.</summary>
    public string Types { get; init; } = "";

    public IReadOnlyList<string> Stubs { get; init; } = [];

    public string? Lock { get; init; }

    public string? Policy { get; init; }

    /// <summary>The policy after the fix; null when it stays.</summary>
    public string? PolicyFixed { get; init; }

    /// <summary>Another rule that speaks about the same statements, and is not listened to; null when there is none.</summary>
    public string? Beside { get; init; }

    /// <summary>The same with the fix that mends it.</summary>
    /// <param name="wanted">The statements after the fix.</param>
    public RuleExample FixedBy<TFixer>(string wanted)
        where TFixer : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() =>
        this with { Fixed = wanted, Fixer = typeof(TFixer), Verify = CSharpVerifier<ModelSupplyChainAnalyzer, TFixer>.VerifyCodeFixAsync };

    public override string ToString() => Id;
}
