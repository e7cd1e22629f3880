using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checks;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior;

/// <summary>What becomes of a check that ends near its limit.</summary>
public sealed class BorderlineTests
{
    [Theory]
    [InlineData(.11, 1)]
    [InlineData(-.11, 1)]
    [InlineData(.1, 3)]
    [InlineData(-.1, 3)]
    [InlineData(0, 3)]
    public void Check_looks_three_times_when_it_ends_near_its_limit(double distance, int looks)
    {
        var check = new Fixed(_ => distance);
        var result = Run(check);

        Assert.Equal(looks, check.Looks);
        Assert.Equal(looks == 3, result.Words.Contains("borderline", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_without_a_distance_looks_once()
    {
        var check = new Fixed(static _ => null);
        Run(check);
        Assert.Equal(1, check.Looks);
    }

    [Fact]
    public void Middle_result_counts_with_its_own_picture_and_the_words_say_all_three()
    {
        using var context = PlantedModel.Context(0, wantsPictures: true);
        double[] distances = [.05, -.4, .02];
        var result = Borderline.Run(new Fixed(look => distances[look]), context);

        Assert.Equal(.02, result.Distance);
        Assert.EndsWith("; borderline: the middle of 3 looks, which lie +0.05, -0.40, +0.02 from the limit", result.Words, StringComparison.Ordinal);
        Assert.Equal("look-2", Assert.Single(context.Pictures).Name);
        Assert.Equal(0, context.Attempt);
    }

    [Fact]
    public void Each_look_has_random_numbers_of_its_own_and_the_first_those_it_always_had()
    {
        using var context = PlantedModel.Context(0);
        var first = context.RandomOf("a", "b").Next();
        context.Attempt = 1;
        var second = context.RandomOf("a", "b").Next();
        context.Attempt = 0;

        Assert.NotEqual(first, second);
        Assert.Equal(first, context.RandomOf("a", "b").Next());
    }

    [Fact]
    public void What_checks_say_together_is_settled_in_the_same_way()
    {
        using var context = PlantedModel.Context(0, wantsPictures: true);
        double[] distances = [.05, -.4, .02];
        var attempts = new List<int>();
        var result = Borderline.Settle(Look(0), context, () =>
        {
            attempts.Add(context.Attempt);
            context.Show(new BehaviorPicture("again", "", 1, 1, 1, [0]));
            return Look(context.Attempt);
        });

        Assert.Equal([1, 2], attempts);
        Assert.Equal((.02, 0), (result.Distance, context.Attempt));
        Assert.Empty(context.Pictures);
        Assert.Equal(.11, Borderline.Settle(Look(0) with { Distance = .11 }, context, () => null).Distance);

        CheckResult Look(int attempt) => new("together", CheckOutcome.NoFinding, "words") { Distance = distances[attempt] };
    }

    [Fact]
    public void Rerun_near_the_limit_ends_alike()
    {
        var ratio = PlantedModel.Check(new MaximumMargin(), PlantedModel.Strong).Values.Single(static value => value.Name == "logRatio").Value;
        Measurement[] atTheLimit = [new("mm-bd.logRatio", ratio + .03)];
        var reports = Enumerable.Range(0, 2).Select(_ =>
        {
            using var context = PlantedModel.Context(PlantedModel.Strong, atTheLimit);
            return BehaviorReportText.Write(BehaviorRun.Of(context, BehaviorTier.Standard, ["mm-bd"], static _ => { }));
        }).ToArray();

        Assert.Contains("borderline", reports[0], StringComparison.Ordinal);
        Assert.Equal(reports[0], reports[1]);
    }

    private static CheckResult Run(IBehaviorCheck check)
    {
        using var context = PlantedModel.Context(0);
        return Borderline.Run(check, context);
    }

    private sealed class Fixed(Func<int, double?> distance) : IBehaviorCheck
    {
        public int Looks { get; private set; }

        public string Id => "fixed";

        public string Paper => "own";

        public BehaviorTier Tier => BehaviorTier.Fast;

        public CheckNeeds Needs => CheckNeeds.None;

        public CheckResult Run(BehaviorContext context)
        {
            Assert.Equal(Looks, context.Attempt);
            context.Show(new BehaviorPicture($"look-{Looks}", "", 1, 1, 1, [0]));
            return new CheckResult(Id, CheckOutcome.NoFinding, "words") { Distance = distance(Looks++) };
        }
    }
}
