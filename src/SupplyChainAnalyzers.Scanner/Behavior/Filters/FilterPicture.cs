using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Filters;

/// <summary>A picture with numbers from 0 to 1, whatever the model takes.</summary>
/// <param name="shape">How it lies in a model's input.</param>
internal sealed class FilterPicture(ImageShape shape)
{
    private readonly float[] _values = new float[shape.Size];

    public int Channels => shape.Channels;

    public int Height => shape.Height;

    public int Width => shape.Width;

    /// <summary>A colour of a pixel.</summary>
    public float this[int channel, int y, int x]
    {
        get => _values[(channel * shape.Pixels) + (y * shape.Width) + x];
        set => _values[(channel * shape.Pixels) + (y * shape.Width) + x] = Math.Clamp(value, 0, 1);
    }

    public void Read(ReadOnlySpan<float> input, InputRange range)
    {
        for (var i = 0; i < input.Length; i++)
            _values[(shape.ChannelOf(i) * shape.Pixels) + shape.PixelOf(i)] = (input[i] - range.Low) / range.Width;
    }

    public void Write(Span<float> input, InputRange range)
    {
        for (var i = 0; i < input.Length; i++)
            input[i] = range.Low + (range.Width * _values[(shape.ChannelOf(i) * shape.Pixels) + shape.PixelOf(i)]);
    }

    /// <summary>Between pixels: what bilinear interpolation gives, the edge continued.</summary>
    public float Between(int channel, float y, float x)
    {
        (y, x) = (Math.Clamp(y, 0, Height - 1), Math.Clamp(x, 0, Width - 1));
        var (top, left) = ((int)y, (int)x);
        var (bottom, right) = (Math.Min(top + 1, Height - 1), Math.Min(left + 1, Width - 1));
        var (down, across) = (y - top, x - left);
        return ((1 - down) * (((1 - across) * this[channel, top, left]) + (across * this[channel, top, right])))
            + (down * (((1 - across) * this[channel, bottom, left]) + (across * this[channel, bottom, right])));
    }

    /// <summary>Gives each colour of each pixel a value.</summary>
    public void Fill(Func<int, int, int, float> value)
    {
        for (var channel = 0; channel < Channels; channel++)
        {
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                    this[channel, y, x] = value(channel, y, x);
            }
        }
    }
}
