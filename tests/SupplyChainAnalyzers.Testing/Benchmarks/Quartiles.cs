namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>The middle of repeated measurements and how far they lie apart.</summary>
/// <param name="Lower">A quarter of the measurements lies below.</param>
/// <param name="Median">The middle one: one disturbed turn does not move it.</param>
/// <param name="Upper">A quarter lies above.</param>
public sealed record Quartiles(double Lower, double Median, double Upper)
{
    /// <summary>Each part divided by <paramref name="value"/>.</summary>
    public Quartiles Over(double value) => new(Lower / value, Median / value, Upper / value);

    /// <summary>Each part less <paramref name="value"/>.</summary>
    public Quartiles Less(double value) => new(Lower - value, Median - value, Upper - value);

    /// <summary>Of at least one measurement.</summary>
    public static Quartiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(At(.25), At(.5), At(.75));

        // Between two measurements, in proportion.
        double At(double part)
        {
            var place = part * (sorted.Length - 1);
            var below = (int)place;
            return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
        }
    }
}
