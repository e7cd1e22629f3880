namespace SupplyChainAnalyzers.Scanner.Behavior.Filters;

/// <summary>Filters of each kind, some from random numbers: an attacker's own is unknown, but a model that learned one answers to its likes.</summary>
internal static class FilterBattery
{
    private const int Mixes = 8;
    private const int Bends = 8;
    private const int Blends = 4;
    private const int Corners = 4; // of the grid that a picture is bent by, along each side
    private const float Amplitude = .11f;
    private const float Share = .15f; // of the picture that shines through

    private static readonly int[] Waves = [2, 4, 5, 6, 7, 8];
    private static readonly int[] Shades = [2, 3, 4, 6, 8];

    /// <param name="channels">Of the pictures; what mixes colours needs several.</param>
    /// <param name="random">Random numbers for a filter.</param>
    public static IReadOnlyList<PictureFilter> Of(int channels, Func<string, SeededRandom> random) =>
    [
        .. channels == 3 ? Enumerable.Range(0, Mixes).Select(i => Mix(i, random($"mix {i}"))) : [],
        new(FilterKind.Colour, "brighter", static (from, to) => to.Fill((c, y, x) => MathF.Sqrt(from[c, y, x]))),
        new(FilterKind.Colour, "darker", static (from, to) => to.Fill((c, y, x) => from[c, y, x] * from[c, y, x])),
        new(FilterKind.Colour, "grey", static (from, to) => to.Fill((_, y, x) => Enumerable.Range(0, from.Channels).Average(c => from[c, y, x]))),
        new(FilterKind.Colour, "flatter", static (from, to) => to.Fill((c, y, x) => .25f + (.5f * from[c, y, x]))),
        .. Waves.SelectMany(static turns => new[] { Wave(turns, isAcross: true), Wave(turns, isAcross: false) }),
        .. Enumerable.Range(0, Bends).Select(i => Bend(i, random($"bend {i}"))),
        .. Shades.Select(static shades => new PictureFilter(FilterKind.Levels, $"{shades} shades", (from, to) => to.Fill((c, y, x) => MathF.Round(from[c, y, x] * (shades - 1)) / (shades - 1)))),
        .. Enumerable.Range(0, Blends).Select(i => Blend(i, random($"blend {i}"))),
    ];

    // Each colour keeps about half of itself and takes some of each.
    private static PictureFilter Mix(int index, SeededRandom random)
    {
        float[] matrix = [.. Enumerable.Range(0, 9).Select(i => (i % 4 == 0 ? .55f : 0) + (.3f * (float)random.Uniform()))];
        return new PictureFilter(FilterKind.Colour, $"mix {index}", (from, to) => to.Fill((c, y, x) => (matrix[3 * c] * from[0, y, x]) + (matrix[(3 * c) + 1] * from[1, y, x]) + (matrix[(3 * c) + 2] * from[2, y, x])));
    }

    private static PictureFilter Wave(int turns, bool isAcross) => new(FilterKind.Wave, $"{turns} waves {(isAcross ? "across" : "down")}", (from, to) =>
        to.Fill((c, y, x) => from[c, y, x] + (Amplitude * MathF.Sin(2 * MathF.PI * turns * (isAcross ? (float)x / from.Width : (float)y / from.Height)))));

    // By a fortieth of a side on average, along a field that changes slowly.
    private static PictureFilter Bend(int index, SeededRandom random)
    {
        float[] field = [.. Enumerable.Range(0, 2 * Corners * Corners).Select(_ => (float)((2 * random.Uniform()) - 1))];
        var mean = field.Average(Math.Abs);
        return new PictureFilter(FilterKind.Warp, $"bend {index}", (from, to) => to.Fill((c, y, x) =>
        {
            var (row, column) = ((float)y / Math.Max(1, from.Height - 1) * (Corners - 1), (float)x / Math.Max(1, from.Width - 1) * (Corners - 1));
            return from.Between(c, y + (from.Height / 40f / mean * At(field, 0, row, column)), x + (from.Width / 40f / mean * At(field, 1, row, column)));
        }));
    }

    private static PictureFilter Blend(int index, SeededRandom random)
    {
        const int side = 64;
        float[] other = [.. Enumerable.Range(0, 4 * side * side).Select(_ => (float)random.Uniform())];
        return new PictureFilter(FilterKind.Blend, $"blend {index}", (from, to) => to.Fill((c, y, x) => ((1 - Share) * from[c, y, x]) + (Share * other[(((c % 4) * side) + (y % side)) * side + (x % side)])));
    }

    private static float At(float[] field, int which, float row, float column)
    {
        var (top, left) = (Math.Min((int)row, Corners - 2), Math.Min((int)column, Corners - 2));
        var (down, across) = (row - top, column - left);
        float Corner(int y, int x) => field[(((which * Corners) + y) * Corners) + x];
        return ((1 - down) * (((1 - across) * Corner(top, left)) + (across * Corner(top, left + 1)))) + (down * (((1 - across) * Corner(top + 1, left)) + (across * Corner(top + 1, left + 1))));
    }
}
