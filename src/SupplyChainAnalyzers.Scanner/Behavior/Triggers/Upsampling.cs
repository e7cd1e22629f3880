namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>Bilinear interpolation of a coarse grid to all pixels: large pictures need no mask as fine as they are.</summary>
internal sealed class Upsampling
{
    private readonly int[] _from;
    private readonly float[] _share;
    private readonly int[] _step;

    public Upsampling(int rows, int columns, int height, int width)
    {
        (Cells, Pixels) = (rows * columns, height * width);
        _from = new int[Pixels * Corners];
        _share = new float[Pixels * Corners];
        _step = [0, 1, columns, columns + 1];
        for (var pixel = 0; pixel < Pixels; pixel++)
        {
            var (y, down) = Place(pixel / width, rows, height);
            var (x, right) = Place(pixel % width, columns, width);
            for (var corner = 0; corner < Corners; corner++)
            {
                _from[(pixel * Corners) + corner] = Math.Min((y * columns) + x + _step[corner], Cells - 1);
                _share[(pixel * Corners) + corner] = (corner < 2 ? 1 - down : down) * (corner % 2 == 0 ? 1 - right : right);
            }
        }
    }

    private const int Corners = 4;

    public int Cells { get; }

    public int Pixels { get; }

    public void Spread(ReadOnlySpan<float> cells, Span<float> pixels)
    {
        for (var pixel = 0; pixel < Pixels; pixel++)
        {
            var sum = 0f;
            for (var i = pixel * Corners; i < (pixel + 1) * Corners; i++)
                sum += _share[i] * cells[_from[i]];
            pixels[pixel] = sum;
        }
    }

    /// <summary>Adds to each cell what its pixels get.</summary>
    public void Gather(ReadOnlySpan<float> pixels, Span<float> cells)
    {
        for (var i = 0; i < _from.Length; i++)
            cells[_from[i]] += _share[i] * pixels[i / Corners];
    }

    // Centres of pixels between centres of cells; beyond the outermost, theirs. The last cell counts as right of the one before.
    private static (int Cell, float Beyond) Place(int pixel, int cells, int pixels)
    {
        var at = Math.Clamp(((pixel + .5f) * cells / pixels) - .5f, 0, cells - 1);
        var cell = Math.Clamp((int)at, 0, Math.Max(cells - 2, 0));
        return (cell, at - cell);
    }
}
