namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>What became of a model's answers when its probe was changed in one way.</summary>
/// <param name="Case">Small letters, digits and hyphens: <c>patch-white-top-left</c>.</param>
/// <param name="Words">What was done to each input, for people.</param>
/// <param name="Inputs">Inputs that were changed.</param>
/// <param name="Flips">Of them those that get another answer than before.</param>
/// <param name="NotNumbers">Of them those that get no numbers (NaN or infinite), which is no answer.</param>
public sealed record SuiteResult(string Case, string Words, int Inputs, int Flips, int NotNumbers)
{
    /// <summary>The class that most of the flipped inputs get; null when none flipped.</summary>
    public int? Towards { get; init; }

    /// <summary>The flipped inputs that get it.</summary>
    public int FlipsTowards { get; init; }

    /// <summary>By the class an input had before, in order; of many classes those with the most flips.</summary>
    public IReadOnlyList<SuiteClass> Classes { get; init; } = [];
}
