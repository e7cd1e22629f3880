namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>How long a search goes on and how it weighs success against cost. The number of steps ends it, never the clock.</summary>
internal sealed record SearchSettings
{
    public const int MaxSteps = 10_000;

    /// <summary>For <see cref="PatchTrigger"/>.</summary>
    public static SearchSettings Patch { get; } = new();

    /// <summary>For <see cref="AdditiveTrigger"/>.</summary>
    public static SearchSettings Additive { get; } = new() { Steps = 80, Rate = .01f, StartWeight = 2e-2f };

    public int Steps { get; init; } = 150;

    /// <summary>Examples for each target in each step.</summary>
    public int Batch { get; init; } = 20;

    /// <summary>Of Adam.</summary>
    public float Rate { get; init; } = .15f;

    /// <summary>Of the cost, in the first step.</summary>
    public float StartWeight { get; init; } = 1e-3f;

    /// <summary>Told after each step how many are done.</summary>
    public Action<int>? Progress { get; init; }
}
