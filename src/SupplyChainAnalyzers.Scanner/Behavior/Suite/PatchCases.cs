using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Suite;

/// <summary>Squares such as backdoors are planted with (BadNets and its followers): white, black and checked, in each corner and in the middle.</summary>
internal static class PatchCases
{
    private const int Share = 8; // of the shorter side; three pixels of 28 or 32, as in the papers

    private static readonly (string Name, double X, double Y)[] Places = [("top-left", 0, 0), ("top-right", 1, 0), ("bottom-left", 0, 1), ("bottom-right", 1, 1), ("center", .5, .5)];

    private static readonly string[] Kinds = ["white", "black", "checked"];

    public static IEnumerable<SuiteCase> All => Kinds.SelectMany(static kind => Places.Select(place => new SuiteCase(
        $"patch-{kind}-{place.Name}", $"a {kind} square, {Words(place.Name)}", (image, into, shape, range, _) => Put(kind, place.X, place.Y, image, into, shape, range))));

    private static string Words(string place) => place == "center" ? "in the middle" : place.Replace('-', ' ');

    private static void Put(string kind, double x, double y, ReadOnlySpan<float> image, Span<float> into, ImageShape shape, InputRange range)
    {
        image.CopyTo(into);
        var side = Math.Max(2, (Math.Min(shape.Width, shape.Height) + (Share / 2)) / Share);
        var (left, top) = ((int)Math.Round(x * (shape.Width - side)), (int)Math.Round(y * (shape.Height - side)));
        for (var i = 0; i < into.Length; i++)
        {
            var (row, column) = (shape.PixelOf(i) / shape.Width, shape.PixelOf(i) % shape.Width);
            if (row >= top && row < top + side && column >= left && column < left + side)
                into[i] = kind == "white" || (kind == "checked" && (row + column) % 2 == 0) ? range.High : range.Low;
        }
    }
}
