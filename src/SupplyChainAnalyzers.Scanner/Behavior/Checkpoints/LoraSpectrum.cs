using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Linear;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>Five statistics of a change of rank r, without making it: arXiv 2602.15195 tells backdoored adapters by them.</summary>
/// <param name="Sigma">The largest singular value.</param>
/// <param name="Frobenius">Root of the sum of squares.</param>
/// <param name="Energy">Share of the largest singular value in the sum of squares.</param>
/// <param name="Entropy">Of those shares, 0 for rank one to 1 for all alike.</param>
/// <param name="Kurtosis">Of some rows' numbers: 3 for normal ones, more where few are large.</param>
internal sealed record LoraSpectrum(double Sigma, double Frobenius, double Energy, double Entropy, double Kurtosis)
{
    /// <summary>Numbers of one half: a rank of 512 at 131,072 inputs.</summary>
    public const long MaxElements = 1L << 26;

    private const int MaxRank = 512;
    private const int SampledRows = 16;

    /// <summary>Null when the two do not fit, or are too large.</summary>
    /// <param name="module">The two halves.</param>
    /// <param name="scale">alpha / rank, or what the configuration makes of it.</param>
    public static LoraSpectrum? Of(LoraModule module, double scale)
    {
        if (!module.Fits || module.A.Count > MaxElements || module.B.Count > MaxElements || module.Rank > MaxRank || module.Rank > Math.Min(module.Inputs, module.Outputs))
            return null;

        var rank = (int)module.Rank;
        var (a, b) = (module.A.ReadAll(), module.B.ReadAll());
        if (!a.All(float.IsFinite) || !b.All(float.IsFinite))
            return null;

        // A lies with its rank first, which is Aᵀ column by column.
        var inner = Factorization.Triangle(Array.ConvertAll(a, static x => (double)x), rank);
        var outer = Factorization.Triangle(Columns(b, rank), rank);
        var product = new double[rank * rank]; // R_B · R_Aᵀ, column by column
        for (var column = 0; column < rank; column++)
        {
            for (var row = 0; row < rank; row++)
            {
                for (var k = Math.Max(row, column); k < rank; k++)
                    product[(column * rank) + row] += outer[(k * rank) + row] * inner[(k * rank) + column];
            }
        }

        var values = Factorization.SingularValues(product, rank);
        var squares = values.Sum(static value => value * value);
        var entropy = squares > 0 && rank > 1 ? values.Select(value => value * value / squares).Where(static share => share > 0).Sum(static share => -share * Math.Log(share)) / Math.Log(rank) : 0;
        return new LoraSpectrum(scale * values[0], scale * Math.Sqrt(squares), squares > 0 ? values[0] * values[0] / squares : 0, entropy, KurtosisOf(a, b, rank));
    }

    private static double[] Columns(float[] rows, int width)
    {
        var columns = new double[rows.Length];
        var height = rows.Length / width;
        for (var i = 0; i < rows.Length; i++)
            columns[(i % width * height) + (i / width)] = rows[i];
        return columns;
    }

    private static double KurtosisOf(float[] a, float[] b, int rank)
    {
        var (inputs, outputs) = (a.Length / rank, b.Length / rank);
        var (count, second, fourth) = (0L, 0.0, 0.0);
        for (var i = 0; i < Math.Min(SampledRows, outputs); i++)
        {
            var row = (int)((long)i * outputs / Math.Min(SampledRows, outputs));
            for (var column = 0; column < inputs; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < rank; k++)
                    sum += (double)b[(row * rank) + k] * a[(k * inputs) + column];
                var square = sum * sum;
                (count, second, fourth) = (count + 1, second + square, fourth + (square * square));
            }
        }

        return second > 0 ? fourth * count / (second * second) : 0;
    }
}
