using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>Inputs as people can look at them.</summary>
internal static class TriggerPictures
{
    private const int Colours = 3;

    /// <summary>The first colour alone where there are not three.</summary>
    public static BehaviorPicture Of(string name, string caption, ImageShape shape, InputRange range, ReadOnlySpan<float> image)
    {
        var channels = shape.Channels >= Colours ? Colours : 1;
        var pixels = new byte[shape.Pixels * channels];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (pixel, channel) = (i / channels, i % channels);
            pixels[i] = Byte((image[shape.ElementOf(pixel, channel)] - range.Low) / range.Width);
        }

        return new BehaviorPicture(name, caption, shape.Width, shape.Height, channels, pixels);
    }

    /// <summary>White where the trigger covers the picture.</summary>
    public static BehaviorPicture Mask(string name, string caption, ImageShape shape, PatchTrigger trigger)
    {
        var pixels = new byte[shape.Pixels];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = Byte(trigger.Mask[i]);
        return new BehaviorPicture(name, caption, shape.Width, shape.Height, 1, pixels);
    }

    private static byte Byte(float share) => (byte)Math.Round(Math.Clamp(share, 0, 1) * byte.MaxValue);
}
