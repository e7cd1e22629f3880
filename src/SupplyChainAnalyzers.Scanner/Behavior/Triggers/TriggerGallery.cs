using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>A found trigger as people can look at it: the trigger itself, where it lies, and inputs before and after.</summary>
internal static class TriggerGallery
{
    private const int Examples = 4;
    private const int Gap = 2; // between examples, so that they do not run into each other

    /// <summary>Shows it, unless inputs are larger than a picture may be.</summary>
    /// <param name="context">Where pictures go.</param>
    /// <param name="check">Id; the pictures are called after it.</param>
    /// <param name="shape">Of an input.</param>
    /// <param name="range">Of its numbers.</param>
    /// <param name="found">The trigger and its class.</param>
    /// <param name="probes">Inputs it was not searched with.</param>
    public static void Show(BehaviorContext context, string check, ImageShape shape, InputRange range, TriggerResult found, ProbeSet probes)
    {
        if (!context.WantsPictures || Math.Max(shape.Width, shape.Height) > Wire.MaxPictureSide)
            return;

        var target = found.Target.Class;
        if (found.Trigger is PatchTrigger patch)
        {
            var (blank, cut) = (new float[shape.Size], new float[shape.Size]);
            Array.Fill(blank, range.Low);
            patch.Apply(blank, cut);
            context.Show(TriggerPictures.Mask(check + "-mask", $"Where the patch for class {target} covers an input, in white", shape, patch));
            context.Show(TriggerPictures.Of(check + "-trigger", $"The patch for class {target}, as far as its mask shows it", shape, range, cut));
        }
        else
        {
            context.Show(TriggerPictures.Of(check + "-trigger", $"What is added for class {target}, enlarged: gray is nothing, lighter is more, darker is less", shape, InputRange.Unit, Difference(shape, range, found.Trigger)));
        }

        int[] shown = [.. Enumerable.Range(0, probes.Count).Where(example => probes.Labels[example] != target).DefaultIfEmpty(0).Take(Math.Clamp(Wire.MaxPictureSide / (shape.Width + Gap), 1, Examples))];
        var before = shown.Select(example => probes[example].ToArray()).ToList();
        var after = before.ConvertAll(image =>
        {
            var into = new float[shape.Size];
            found.Trigger.Apply(image, into);
            return into;
        });
        var labels = string.Join(", ", shown.Select(example => probes.Labels[example]));
        if ((2 * shape.Height) + Gap <= Wire.MaxPictureSide)
        {
            context.Show(Sheet(check + "-examples", $"Inputs of the probe, of class {labels}; below each the same with the trigger for class {target}", shape, range, [before, after]));
            return;
        }

        context.Show(Sheet(check + "-before", $"Inputs of the probe, of class {labels}", shape, range, [before]));
        context.Show(Sheet(check + "-after", $"The same with the trigger for class {target}", shape, range, [after]));
    }

    // Where the trigger makes a picture lighter or darker, in half of the range each, the largest change in full.
    private static float[] Difference(ImageShape shape, InputRange range, Trigger trigger)
    {
        var (middle, changed) = (new float[shape.Size], new float[shape.Size]);
        Array.Fill(middle, range.Low + (range.Width / 2));
        trigger.Apply(middle, changed);
        var largest = Math.Max(1e-9f, changed.Max(value => Math.Abs(value - middle[0])));
        return Array.ConvertAll(changed, value => .5f + ((value - middle[0]) / largest / 2));
    }

    private static BehaviorPicture Sheet(string name, string caption, ImageShape shape, InputRange range, IReadOnlyList<IReadOnlyList<float[]>> rows)
    {
        var (width, height) = ((rows[0].Count * (shape.Width + Gap)) - Gap, (rows.Count * (shape.Height + Gap)) - Gap);
        BehaviorPicture? sheet = null;
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                var one = TriggerPictures.Of(name, caption, shape, range, rows[row][column]);
                sheet ??= new BehaviorPicture(name, caption, width, height, one.Channels, White(width * height * one.Channels));
                for (var y = 0; y < shape.Height; y++)
                {
                    var at = ((((row * (shape.Height + Gap)) + y) * width) + (column * (shape.Width + Gap))) * one.Channels;
                    one.Pixels.AsSpan(y * shape.Width * one.Channels, shape.Width * one.Channels).CopyTo(sheet.Pixels.AsSpan(at));
                }
            }
        }

        return sheet!;
    }

    private static byte[] White(int count)
    {
        var pixels = new byte[count];
        Array.Fill(pixels, byte.MaxValue);
        return pixels;
    }
}
