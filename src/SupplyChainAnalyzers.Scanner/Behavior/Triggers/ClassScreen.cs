namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>
/// Of many classes those that a short search gets nearest to, the only ones worth a long one (after K-Arm, Shen et al., ICML 2021). All searches look at
/// the same classes, so that what they say can be compared. The loss where the short search ends orders them: by how much it fell for each pixel that the
/// mask grew, as in the paper, a planted class of ours came fourteenth of 43, by the loss first.
/// </summary>
internal static class ClassScreen
{
    /// <summary>Up to here all classes are searched in full.</summary>
    public const int MostInFull = 20;

    /// <summary>What a search of all classes for a short time is called among the parameters.</summary>
    public const string Id = "class-screen";

    private const int Kept = 8;

    private static readonly SearchSettings Settings = SearchSettings.Patch with { Steps = 10, Batch = 8 };

    /// <summary>How many classes of so many are searched in full.</summary>
    public static int Count(int classes) => classes > MostInFull ? Kept : classes;

    /// <summary>The classes to search in full, in order.</summary>
    /// <exception cref="CheckSkippedException">Model or probe are not fit for it, or there are too many classes even for that.</exception>
    /// <exception cref="Engine.OnnxException">The model fails.</exception>
    public static IReadOnlyList<int> Of(BehaviorContext context)
    {
        var classes = Effort.Exact(context).Classes;
        if (classes <= MostInFull)
            return [.. Enumerable.Range(0, classes)];

        Effort.Check(Id, context, classes, Settings.Batch, Settings.Steps);
        var (gradient, shape, range, search, _) = SearchGround.Of(context);
        var results = new TriggerSearch(gradient, search, Settings).Run(SearchTarget.AllToOne(search, gradient.Classes), random => PatchTrigger.Random(shape, range, random), part => context.RandomOf(Id, part));
        return [.. results.OrderBy(static result => result.Loss).ThenBy(static result => result.Target.Class).Take(Kept).Select(static result => result.Target.Class).Order()];
    }
}
