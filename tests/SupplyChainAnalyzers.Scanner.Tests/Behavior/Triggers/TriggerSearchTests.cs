using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Triggers;

/// <summary>Searches on a model that is known: pixel 0 decides for class 2 with great weight, whatever the rest says.</summary>
public sealed class TriggerSearchTests
{
    private const int Pixels = 16;
    private static readonly ImageShape Shape = new(1, 4, 4, IsChannelsLast: false);

    [Fact]
    public void Planted_trigger_is_the_cheapest_and_lies_where_it_was_planted()
    {
        using var gradient = OnnxGradient.Compile(Model());
        var probes = Probes();
        var results = new TriggerSearch(gradient, probes, SearchSettings.Patch).Run(SearchTarget.AllToOne(probes, 4), static random => PatchTrigger.Random(Shape, InputRange.Unit, random), Seeded("seed"));

        Assert.Equal([0, 1, 2, 3], results.Select(static result => result.Target.Class));
        var planted = results[2];
        Assert.True(planted.IsReached, FormattableString.Invariant($"{string.Join(' ', results.Select(static result => $"{result.IsReached} {result.Norm}"))}"));
        Assert.All(results.Where(result => result != planted), result => Assert.True(result.Norm > 2 * planted.Norm, $"{result.Norm} against {planted.Norm}"));
        Assert.Equal(0, Losses.Largest(((PatchTrigger)planted.Trigger).Mask));
        Assert.InRange(TriggerReplay.SuccessRate(gradient, probes, planted.Trigger, 2), .7, 1);
        Assert.Equal(0, TriggerReplay.SuccessRate(gradient, probes, PatchTrigger.Random(Shape, InputRange.Unit, new SeededRandom("other")), 2), .3);
    }

    [Fact]
    public void Addition_finds_it_too()
    {
        using var gradient = OnnxGradient.Compile(Model());
        var probes = Probes();
        var results = new TriggerSearch(gradient, probes, SearchSettings.Additive with { Steps = 150 }).Run(SearchTarget.AllToOne(probes, 4), static random => AdditiveTrigger.Random(Pixels, InputRange.Unit, random), Seeded("seed"));
        Assert.Equal(2, results.MinBy(static result => result.Norm)!.Target.Class);
    }

    [Fact]
    public void Trigger_is_found_under_half_of_another_input()
    {
        using var gradient = OnnxGradient.Compile(Model());
        var probes = Probes();
        var results = new TriggerSearch(gradient, probes, SearchSettings.Superimposed).Run(SearchTarget.AllToOne(probes, 4), static random => PatchTrigger.Random(Shape, InputRange.Unit, random), Seeded("seed"));
        var alone = new TriggerSearch(gradient, probes, SearchSettings.Superimposed with { Overlay = 0 }).Run(SearchTarget.AllToOne(probes, 4), static random => PatchTrigger.Random(Shape, InputRange.Unit, random), Seeded("seed"));

        Assert.Equal(2, results.MinBy(static result => result.Norm)!.Target.Class);
        Assert.True(results[2].Norm > alone[2].Norm, $"{results[2].Norm} against {alone[2].Norm}");
    }

    [Fact]
    public void Same_seed_gives_the_same_whatever_else_is_searched()
    {
        using var gradient = OnnxGradient.Compile(Model());
        var (probes, steps) = (Probes(), 0);
        var settings = SearchSettings.Patch with { Steps = 20, Progress = step => steps = step };
        var targets = SearchTarget.AllToOne(probes, 4);
        float[] Search(IReadOnlyList<SearchTarget> some, string seed) =>
            new TriggerSearch(gradient, probes, settings).Run(some, static random => PatchTrigger.Random(Shape, InputRange.Unit, random), Seeded(seed))[^1].Trigger.Parameters;

        var alone = Search([targets[3]], "seed");
        Assert.Equal(20, steps);
        Assert.Equal(alone, Search([targets[3]], "seed"));
        Assert.All(alone.Zip(Search(targets, "seed")), static pair => Assert.Equal(pair.First, pair.Second, 1e-3));
        Assert.NotEqual(alone, Search([targets[3]], "other"));
    }

    [Fact]
    public void Targets_leave_out_examples_that_are_there_already()
    {
        var probes = new ProbeSet(new float[6], [0, 1, 1, 2, 0, 1]);
        Assert.Equal([0, 3, 4], SearchTarget.AllToOne(probes, 3)[1].Examples);
        var pairs = SearchTarget.Pairs(probes, 3);
        Assert.Equal(6, pairs.Length);
        Assert.Equal([1, 2, 5], pairs[2].Examples);
        Assert.Equal(0, pairs[2].Class);
    }

    [Fact]
    public void Every_fifth_example_of_a_class_is_held_back()
    {
        var probes = new ProbeSet([.. Enumerable.Range(0, 20).Select(static i => (float)i)], [.. Enumerable.Range(0, 20).Select(static i => i % 2)]);
        var (search, held) = probes.Split();
        Assert.Equal([8f, 9, 18, 19], held.Images);
        Assert.Equal(16, search.Count);
        Assert.Equal([0, 1, 0, 1], held.Labels);
    }

    [Fact]
    public void Adam_goes_downhill_at_the_pace_of_its_rate()
    {
        var adam = new Adam(2, .1f);
        float[] x = [1, -100];
        adam.Step(x, [1e-3f, -1e3f]);
        Assert.Equal([.9f, -99.9f], x.Select(static value => MathF.Round(value, 3)));
        for (var i = 0; i < 3000; i++)
            adam.Step(x, [2 * (x[0] - 3), 2 * (x[1] + 5)]);
        Assert.Equal(3, x[0], .1);
        Assert.Equal(-5, x[1], .1);
    }

    [Fact]
    public void Losses_have_their_slopes()
    {
        var slope = new float[3];
        Assert.Equal(Math.Log(1 + Math.Exp(1) + Math.Exp(2)) - 1, Losses.CrossEntropy([0, 1, 2], 1, 2, slope), 1e-5);
        Assert.Equal(2 * ((Math.Exp(1) / (1 + Math.Exp(1) + Math.Exp(2))) - 1), slope[1], 1e-5);
        Assert.Equal(0, slope.Sum(), 1e-5);
        Assert.Equal(2, Losses.Margin([0, 1, 2], 0, 3, slope));
        Assert.Equal([-3f, 0, 3], slope);
        Assert.Equal(-1, Losses.Margin([0, 1, 2], 2, 1, slope));
        Assert.Equal([0f, 1, -1], slope);
    }

    private static Func<string, SeededRandom> Seeded(string seed) => part => new SeededRandom(seed, part);

    // Class c is the brightest of pixels 4, 5, 6, 7; pixel 0, where it is bright, counts eight times for class 2.
    private static ModelProto Model()
    {
        var model = new SmallModel(TensorType.Float, 17, 1, 4, 4);
        var weights = new double[Pixels * 4];
        for (var c = 0; c < 4; c++)
            weights[((4 + c) * 4) + c] = 8;
        weights[2] = 30;
        return model.Giving(model.Op("MatMul", [model.Op("Relu", [model.Op("Flatten", [model.X])]), model.Values(weights, Pixels, 4)]));
    }

    private static ProbeSet Probes()
    {
        var random = new SeededRandom("probes");
        var (images, labels) = (new float[40 * Pixels], new int[40]);
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = i % 4;
            for (var pixel = 0; pixel < Pixels; pixel++)
                images[(i * Pixels) + pixel] = (float)(pixel == 0 ? 0 : .2 * random.Uniform());
            images[(i * Pixels) + 4 + labels[i]] = .9f;
        }

        return new ProbeSet(images, labels);
    }
}
