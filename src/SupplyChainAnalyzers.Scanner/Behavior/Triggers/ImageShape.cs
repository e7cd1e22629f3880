namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>How a picture lies in memory.</summary>
/// <param name="Channels">Colours.</param>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Pixels of a row.</param>
/// <param name="IsChannelsLast">Whether the colours of a pixel stand together, as TensorFlow has them.</param>
internal sealed record ImageShape(int Channels, int Height, int Width, bool IsChannelsLast)
{
    private const int MaxChannels = 4; // red, green, blue, opacity
    private const int LargestFine = 64; // pixels along a side

    /// <summary>Whether a trigger need not be as fine as the picture, and fewer pictures must do.</summary>
    public bool IsLarge => Math.Max(Height, Width) > LargestFine;

    public int Pixels => Height * Width;

    public int Size => Pixels * Channels;

    /// <summary>Null for what is no picture.</summary>
    public static ImageShape? Of(IReadOnlyList<long> example) => example switch
    {
        [var c, var h, var w] when w > MaxChannels || c <= MaxChannels => new ImageShape((int)c, (int)h, (int)w, false),
        [var h, var w, var c] => new ImageShape((int)c, (int)h, (int)w, true),
        _ => null,
    };

    /// <summary>The pixel, row by row, that an element belongs to.</summary>
    public int PixelOf(int element) => IsChannelsLast ? element / Channels : element % Pixels;

    /// <summary>The element of a pixel and a channel.</summary>
    public int ElementOf(int pixel, int channel) => IsChannelsLast ? (pixel * Channels) + channel : (channel * Pixels) + pixel;

    public int ChannelOf(int element) => IsChannelsLast ? element % Channels : element / Pixels;
}
