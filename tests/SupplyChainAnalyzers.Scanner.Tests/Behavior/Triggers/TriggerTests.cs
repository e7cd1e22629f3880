using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Triggers;

/// <summary>What triggers do to pictures, and the slopes of it.</summary>
public sealed class TriggerTests
{
    private static readonly ImageShape Small = new(2, 3, 4, IsChannelsLast: false);

    [Theory]
    [InlineData(false, 3, 4)]
    [InlineData(true, 3, 4)]
    [InlineData(false, 70, 66)] // coarse mask
    public void Slopes_of_a_patch_are_those_of_differences(bool isChannelsLast, int height, int width) =>
        AssertSlopes(PatchTrigger.Random(new ImageShape(2, height, width, isChannelsLast), new InputRange(-1, 3), new SeededRandom("patch")), height * width * 2);

    [Fact]
    public void Slopes_of_an_addition_are_those_of_differences() => AssertSlopes(AdditiveTrigger.Random(24, new InputRange(-1, 3), new SeededRandom("addition")), 24);

    [Fact]
    public void Patch_covers_what_its_mask_says()
    {
        var trigger = PatchTrigger.Random(Small, InputRange.Unit, new SeededRandom("patch"));
        for (var pixel = 0; pixel < Small.Pixels; pixel++)
            trigger.Parameters[pixel] = pixel == 5 ? 40 : -40;
        trigger.Refresh();
        var (image, into) = (new float[24], new float[24]);
        Array.Fill(image, .25f);
        trigger.Apply(image, into);
        Assert.Equal(1, trigger.Cost, 1e-5);
        Assert.Equal(trigger.Pattern[5], into[5], 1e-5);
        Assert.Equal(trigger.Pattern[17], into[17], 1e-5); // the other colour of that pixel
        Assert.All(Enumerable.Range(0, 24).Where(static i => i % 12 != 5), i => Assert.Equal(.25f, into[i]));
    }

    [Fact]
    public void Addition_stays_in_the_range()
    {
        var trigger = AdditiveTrigger.Random(2, InputRange.Unit, new SeededRandom("addition"));
        (trigger.Parameters[0], trigger.Parameters[1]) = (.5f, -.5f);
        var into = new float[2];
        trigger.Apply([.75f, .25f], into);
        Assert.Equal([1f, 0], into);
        Assert.Equal(Math.Sqrt(.5), trigger.Cost, 1e-4);
    }

    [Fact]
    public void Copy_goes_its_own_way()
    {
        var trigger = PatchTrigger.Random(Small, InputRange.Unit, new SeededRandom("patch"));
        var copy = trigger.Copy();
        Assert.Equal(trigger.Pattern, copy.Pattern);
        trigger.Parameters[0] += 1;
        trigger.Refresh();
        Assert.NotEqual(trigger.Cost, copy.Cost);
    }

    [Theory]
    [InlineData(new long[] { 3, 32, 32 }, 3, 32, false)]
    [InlineData(new long[] { 32, 32, 3 }, 3, 32, true)]
    [InlineData(new long[] { 1, 28, 28 }, 1, 28, false)]
    [InlineData(new long[] { 28, 28, 1 }, 1, 28, true)]
    public void Colours_stand_first_or_last(long[] example, int channels, int height, bool isLast)
    {
        var shape = ImageShape.Of(example)!;
        Assert.Equal((channels, height, isLast), (shape.Channels, shape.Height, shape.IsChannelsLast));
    }

    [Fact]
    public void What_has_no_rows_and_columns_is_no_picture() => Assert.Null(ImageShape.Of([10]));

    // loss = sum over two pictures of w · (picture with the trigger on), plus 0.3 cost
    private static void AssertSlopes(Trigger trigger, int size)
    {
        var random = new SeededRandom("pictures");
        float[] Numbers(double low, double width) => [.. Enumerable.Range(0, size).Select(_ => (float)(low + (width * random.Uniform())))];
        var (images, weights) = (new[] { Numbers(-.5, 3), Numbers(-.5, 3) }, Numbers(-1, 2));
        double Loss()
        {
            trigger.Refresh();
            var (into, loss) = (new float[size], .3 * trigger.Cost);
            foreach (var image in images)
            {
                trigger.Apply(image, into);
                loss += into.Zip(weights, static (a, b) => (double)a * b).Sum();
            }

            return loss;
        }

        var gradient = new float[trigger.Parameters.Length];
        trigger.Refresh();
        foreach (var image in images)
            trigger.Accumulate(image, weights);
        trigger.Gradient(.3f, gradient);
        for (var i = 0; i < gradient.Length; i += 1 + (gradient.Length / 60))
        {
            var kept = trigger.Parameters[i];
            trigger.Parameters[i] = kept + .01f;
            var up = Loss();
            trigger.Parameters[i] = kept - .01f;
            Assert.Equal((up - Loss()) / .02, gradient[i], Math.Max(.01, Math.Abs(gradient[i]) * .02));
            trigger.Parameters[i] = kept;
        }
    }
}
