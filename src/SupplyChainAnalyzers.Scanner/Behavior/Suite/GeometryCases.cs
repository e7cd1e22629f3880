using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Suite;

/// <summary>The same picture, seen a little otherwise: shifted, turned, mirrored, blurred. What comes in from outside is the smallest number.</summary>
internal static class GeometryCases
{
    private const int ShiftShare = 16; // of a side

    public static IEnumerable<SuiteCase> All =>
    [
        Shift("left", 1, 0),
        Shift("right", -1, 0),
        Shift("up", 0, 1),
        Shift("down", 0, -1),
        Turn(3),
        Turn(-3),
        Turn(10),
        Turn(-10),
        new("mirrored", "left and right exchanged", static (image, into, shape, range, _) => Sample(image, into, shape, range, (x, y) => (shape.Width - 1 - x, y))),
        new("blurred", "the mean of each pixel and its eight neighbours", static (image, into, shape, range, _) => Blur(image, into, shape)),
    ];

    private static SuiteCase Shift(string way, int x, int y) => new($"shifted-{way}", $"shifted {way} by a sixteenth", (image, into, shape, range, _) =>
    {
        var (dx, dy) = (x * Math.Max(1, shape.Width / ShiftShare), y * Math.Max(1, shape.Height / ShiftShare));
        Sample(image, into, shape, range, (px, py) => (px + dx, py + dy));
    });

    private static SuiteCase Turn(int degrees) => new(
        FormattableString.Invariant($"turned-{(degrees < 0 ? "left" : "right")}-{Math.Abs(degrees)}"),
        FormattableString.Invariant($"turned {(degrees < 0 ? "left" : "right")} by {Math.Abs(degrees)} degrees"),
        (image, into, shape, range, _) =>
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            var (middleX, middleY) = ((shape.Width - 1) / 2.0, (shape.Height - 1) / 2.0);
            Sample(image, into, shape, range, (x, y) => ((cos * (x - middleX)) + (sin * (y - middleY)) + middleX, (-sin * (x - middleX)) + (cos * (y - middleY)) + middleY));
        });

    // Bilinear, from where a pixel of the new picture lies in the old one.
    private static void Sample(ReadOnlySpan<float> image, Span<float> into, ImageShape shape, InputRange range, Func<double, double, (double X, double Y)> from)
    {
        for (var i = 0; i < into.Length; i++)
        {
            var (pixel, channel) = (shape.PixelOf(i), shape.ChannelOf(i));
            var (x, y) = from(pixel % shape.Width, pixel / shape.Width);
            var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
            var (right, bottom) = (x - left, y - top);
            into[i] = (float)(((1 - bottom) * (((1 - right) * At(image, shape, range, left, top, channel)) + (right * At(image, shape, range, left + 1, top, channel))))
                + (bottom * (((1 - right) * At(image, shape, range, left, top + 1, channel)) + (right * At(image, shape, range, left + 1, top + 1, channel)))));
        }
    }

    private static void Blur(ReadOnlySpan<float> image, Span<float> into, ImageShape shape)
    {
        for (var i = 0; i < into.Length; i++)
        {
            var (pixel, channel, sum, count) = (shape.PixelOf(i), shape.ChannelOf(i), 0f, 0);
            for (var y = Math.Max(0, (pixel / shape.Width) - 1); y <= Math.Min(shape.Height - 1, (pixel / shape.Width) + 1); y++)
            {
                for (var x = Math.Max(0, (pixel % shape.Width) - 1); x <= Math.Min(shape.Width - 1, (pixel % shape.Width) + 1); x++)
                {
                    sum += image[shape.ElementOf((y * shape.Width) + x, channel)];
                    count++;
                }
            }

            into[i] = sum / count;
        }
    }

    private static float At(ReadOnlySpan<float> image, ImageShape shape, InputRange range, int x, int y, int channel) =>
        x < 0 || y < 0 || x >= shape.Width || y >= shape.Height ? range.Low : image[shape.ElementOf((y * shape.Width) + x, channel)];
}
