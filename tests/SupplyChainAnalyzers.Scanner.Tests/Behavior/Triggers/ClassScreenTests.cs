using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Triggers;

/// <summary>Models of many classes, class c the brightest of as many pixels; in the planted one pixel 0, dark in the probe, outweighs them.</summary>
public sealed class ClassScreenTests
{
    private const int Classes = 43;
    private const int Side = 8;
    private const int First = 20; // of the pixels that say the class
    private const int Target = 31;

    [Fact]
    public void Planted_class_among_many_is_found_and_named()
    {
        using var context = Context(Classes, planted: 96);
        var report = BehaviorRun.Of(context, BehaviorTier.Standard, ["neural-cleanse", "superimposed", "additive"], static _ => { });

        Assert.Equal((BehaviorVerdict.Suspicious, (int?)Target), (report.Verdict, report.TargetClass));
        Assert.All(report.Checks, static check => Assert.Equal((CheckOutcome.Suspicious, 8, 8.0), (check.Outcome, check.Classes.Count, check.Values.Single(static value => value.Name == "searchedClasses").Value)));
        Assert.Contains("8 of 43 classes", report.Checks[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_that_are_all_alike_are_no_finding()
    {
        using var context = Context(Classes, planted: 0);
        var report = BehaviorRun.Of(context, BehaviorTier.Standard, ["neural-cleanse", "superimposed", "additive"], static _ => { });

        Assert.True(report.Verdict == BehaviorVerdict.NoFinding, string.Join('\n', report.Checks.Select(static check => check.Words)));
    }

    [Fact]
    public void Screen_keeps_the_planted_class_and_is_the_same_every_time()
    {
        using var first = Context(Classes, planted: 96);
        using var second = Context(Classes, planted: 96);

        Assert.Contains(Target, first.SearchedClasses);
        Assert.Equal(8, first.SearchedClasses.Count);
        Assert.Equal(first.SearchedClasses, second.SearchedClasses);
    }

    [Fact]
    public void Few_classes_are_all_searched()
    {
        using var context = Context(ClassScreen.MostInFull, planted: 0);
        Assert.Equal(Enumerable.Range(0, ClassScreen.MostInFull), context.SearchedClasses);
    }

    [Fact]
    public void Too_many_classes_even_for_a_short_search_are_said_to_be()
    {
        using var context = Context(Classes, planted: 0, new Measurement("class-screen.effort", 1000));
        var report = BehaviorRun.Of(context, BehaviorTier.Standard, ["neural-cleanse"], static _ => { });

        Assert.Equal(CheckOutcome.Skipped, report.Checks[0].Outcome);
        Assert.Contains("--set class-screen.effort=", report.Checks[0].Words, StringComparison.Ordinal);
    }

    private static BehaviorContext Context(int classes, double planted, params Measurement[] parameters)
    {
        var weights = new double[Side * Side * classes];
        for (var c = 0; c < classes; c++)
            weights[((First + c) * classes) + c] = 8;
        weights[Target % classes] = planted;
        var model = new SmallModel(TensorType.Float, 17, 1, Side, Side);
        var bytes = model.Giving(model.Op("MatMul", [model.Op("Relu", [model.Op("Flatten", [model.X])]), model.Values(weights, Side * Side, classes)])).ToBytes();
        return new BehaviorContext(bytes, "seed", parameters) { Probe = Inputs(classes) };
    }

    private static Probe Inputs(int classes)
    {
        var (random, count) = (new SeededRandom("probe"), 4 * classes);
        var (images, labels) = (new float[count * Side * Side], new int[count]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % classes;
            for (var pixel = 1; pixel < Side * Side; pixel++)
                images[(i * Side * Side) + pixel] = (float)(.2 * random.Uniform());
            images[(i * Side * Side) + First + labels[i]] = 1;
        }

        return new Probe(images, [1, Side, Side], labels);
    }
}
