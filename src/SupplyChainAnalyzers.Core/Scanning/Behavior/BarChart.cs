namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>A chart with a bar for each number, drawn without letters: the caption says what it shows.</summary>
public static class BarChart
{
    private const int Height = 160;
    private const int MaxWidth = 480;
    private const int MaxBar = 24;

    // Of a bar, of one that is pointed at, and around them.
    private static readonly byte[] Plain = [96, 125, 139];
    private static readonly byte[] Marked = [198, 40, 40];
    private static readonly byte[] Paper = [255, 255, 255];

    /// <summary>Draws bars from left to right, the largest number as high as the chart.</summary>
    /// <param name="name">See <see cref="BehaviorPicture"/>.</param>
    /// <param name="caption">What the bars are, and what the red one is.</param>
    /// <param name="values">One for each bar; below zero counts as zero. Of more than fit, each bar is the largest of several.</param>
    /// <param name="marked">The place of the red bar; null for none.</param>
    public static BehaviorPicture Of(string name, string caption, IReadOnlyList<double> values, int? marked = null)
    {
        var perBar = Math.Max(1, (values.Count + MaxWidth - 1) / MaxWidth);
        var bars = Math.Max(1, (values.Count + perBar - 1) / perBar);
        var width = Math.Min(MaxBar, MaxWidth / bars);
        var highest = values.Count == 0 ? 0 : values.Max();
        var pixels = new byte[bars * width * Height * 3];
        for (var bar = 0; bar < bars; bar++)
        {
            var largest = values.Skip(bar * perBar).Take(perBar).DefaultIfEmpty(0).Max();
            var height = highest > 0 ? (int)Math.Round(Math.Max(0, largest) / highest * Height) : 0;
            var color = marked is { } place && place / perBar == bar ? Marked : Plain;
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var isGap = width > 2 && x == width - 1;
                    (y >= Height - height && !isGap ? color : Paper).CopyTo(pixels, ((y * bars * width) + (bar * width) + x) * 3);
                }
            }
        }

        return new BehaviorPicture(name, caption, bars * width, Height, 3, pixels);
    }
}
