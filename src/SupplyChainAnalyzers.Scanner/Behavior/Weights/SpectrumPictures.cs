using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior.Weights;

/// <summary>The singular spectrum of layers, for people: one value far above the rest is a direction that was put in on its own.</summary>
internal static class SpectrumPictures
{
    private const int MostLayers = 6; // the largest; more than that nobody looks at

    /// <summary>A chart for each of the largest layers, in the order they run.</summary>
    /// <param name="context">Where pictures go.</param>
    /// <param name="check">Whose pictures they are.</param>
    /// <param name="layers">Of the model.</param>
    public static void Show(BehaviorContext context, IBehaviorCheck check, IReadOnlyList<LayerWeights> layers)
    {
        if (!context.WantsPictures)
            return;

        var shown = layers.Select(static (layer, place) => (layer, place)).Where(static one => one.layer.Rows > 1 && one.layer.RowSize > 1)
            .OrderByDescending(static one => one.layer.Values.Length).ThenBy(static one => one.place).Take(MostLayers).OrderBy(static one => one.place);
        foreach (var (layer, place) in shown)
        {
            var values = SingularValues.Leading(layer.Values, layer.Rows, context.Random(check, FormattableString.Invariant($"spectrum {place}")));
            var energy = values[0] * values[0] / Math.Max(double.Epsilon, layer.Values.Sum(static value => (double)value * value));
            context.Show(BarChart.Of(
                FormattableString.Invariant($"{check.Id}-spectrum-{place}"),
                FormattableString.Invariant($"The {values.Length} largest singular values of the layer '{Printable.Of(layer.Name, 40)}' ({layer.Rows} by {layer.RowSize}); the first holds {energy:P0} of its energy"),
                values));
        }
    }
}
