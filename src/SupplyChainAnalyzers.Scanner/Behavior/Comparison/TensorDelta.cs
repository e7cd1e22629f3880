using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison;

/// <summary>One tensor in two models.</summary>
/// <param name="Name">Raw, hostile.</param>
/// <param name="Rows">Its first dimension; 1 for a single number.</param>
/// <param name="Norm">Length of the tensor of the reference, as a vector.</param>
/// <param name="DeltaNorm">Length of the difference.</param>
/// <param name="Largest">The largest difference of two numbers.</param>
/// <param name="Distance">Between the distributions of both tensors' numbers: <see cref="KolmogorovSmirnov"/>.</param>
/// <param name="Delta">The difference, number by number.</param>
internal sealed record TensorDelta(string Name, int Rows, double Norm, double DeltaNorm, double Largest, double Distance, float[] Delta)
{
    public bool IsChanged => DeltaNorm > 0;

    /// <summary>Of tensors of the same shape.</summary>
    public static TensorDelta Of(string name, ConstantTensor now, ConstantTensor was)
    {
        var (after, before) = (now.Floats, was.Floats);
        var delta = new float[after.Length];
        var (norm, changed, largest) = (0.0, 0.0, 0.0);
        for (var i = 0; i < delta.Length; i++)
        {
            delta[i] = after[i] - before[i];
            norm += (double)before[i] * before[i];
            changed += (double)delta[i] * delta[i];
            largest = Math.Max(largest, Math.Abs(delta[i]));
        }

        return new TensorDelta(name, now.Shape.Length > 0 ? (int)now.Shape[0] : 1, Math.Sqrt(norm), Math.Sqrt(changed), largest, changed > 0 ? KolmogorovSmirnov.Statistic(after, before) : 0, delta);
    }

    /// <summary>As it stands in a report.</summary>
    /// <param name="topEnergy">The part of the difference that one direction takes; null for what is no matrix.</param>
    public ItemResult Shown(double? topEnergy) => new(Printable.Of(Name, ItemResult.MaxName),
    [
        new("norm", Norm), new("deltaNorm", DeltaNorm), new("relativeDelta", Norm > 0 ? DeltaNorm / Norm : 0), new("largestDelta", Largest), new("ks", Distance),
        .. topEnergy is { } energy ? [new Measurement("topEnergy", energy)] : Array.Empty<Measurement>(),
    ]);
}
