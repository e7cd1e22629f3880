namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>How long a search goes on and how it weighs success against cost. The number of steps ends it, never the clock.</summary>
internal sealed record SearchSettings
{
    public const int MaxSteps = 10_000;

    /// <summary>Examples for each target in each step where pictures are large.</summary>
    public const int BatchOfLarge = 8;

    /// <summary>For <see cref="PatchTrigger"/>.</summary>
    public static SearchSettings Patch { get; } = new();

    /// <summary>For <see cref="AdditiveTrigger"/>.</summary>
    public static SearchSettings Additive { get; } = new() { Steps = 80, Rate = .01f, StartWeight = 2e-2f };

    /// <summary>For a <see cref="PatchTrigger"/> on pictures that are half another one: a harder task, of which less is asked.</summary>
    public static SearchSettings Superimposed { get; } = new() { Steps = 90, Batch = 12, Overlay = .5f, Enough = .82f, GoodNow = .8f, GoodLately = .75f };

    public int Steps { get; init; } = 120;

    /// <summary>Examples for each target in each step.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>How much of another example lies over each one with the trigger, from 0 to below 1 (STRIP, Gao et al. 2019).</summary>
    public float Overlay { get; init; }

    /// <summary>The part of the examples that must be moved for the cost to weigh more in the next step.</summary>
    public float Enough { get; init; } = .92f;

    /// <summary>The part of a batch that a trigger must move to count as one that works.</summary>
    public float GoodNow { get; init; } = .9f;

    /// <summary>As <see cref="GoodNow"/>, of the last batches together.</summary>
    public float GoodLately { get; init; } = .85f;

    /// <summary>Of Adam.</summary>
    public float Rate { get; init; } = .15f;

    /// <summary>Of the cost, in the first step.</summary>
    public float StartWeight { get; init; } = 1e-3f;

    /// <summary>Told after each step how many are done.</summary>
    public Action<int>? Progress { get; init; }
}
