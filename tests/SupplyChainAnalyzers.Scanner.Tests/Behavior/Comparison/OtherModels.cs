using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Comparison;

/// <summary>Small classifiers of grey pictures of six by six, and versions of them.</summary>
internal static class OtherModels
{
    public const int Side = 6;
    public const int Hidden = 32;
    public const int Classes = 8;
    private const int Pixels = Side * Side;

    /// <summary>The class of a picture is its brightest pixel of eight, through a hidden layer that passes all pixels on.</summary>
    public static ModelProto Network(Func<double[], double[]>? first = null, Func<double[], double[]>? last = null, Func<SmallModel, string, string>? more = null, bool isFolded = false)
    {
        var model = new SmallModel(TensorType.Float, 17, 1, Side, Side);
        var (one, two) = (first?.Invoke(First()) ?? First(), last?.Invoke(Last()) ?? Last());
        var hidden = isFolded
            ? model.Op("Gemm", [model.Op("Flatten", [model.X]), model.Values(Turned(one, Pixels, Hidden), Hidden, Pixels), model.Values(new double[Hidden], Hidden)], AttributeProto.Of("transB", 1L))
            : model.Op("MatMul", [model.Op("Reshape", [model.X, model.Ints(-1, Pixels)]), model.Values(one, Pixels, Hidden)]);
        var logits = model.Op("MatMul", [model.Op("Relu", [hidden]), model.Values(two, Hidden, Classes)]);
        return model.Giving(more?.Invoke(model, logits) ?? logits);
    }

    public static BehaviorContext Context(ModelProto model, ModelProto? reference = null, ModelProto? original = null, Measurement[]? parameters = null, int probes = 80, bool wantsPictures = false) => new(model.ToBytes(), "seed", parameters ?? [])
    {
        Probe = probes > 0 ? PlantedModel.Inputs(probes) : null,
        Reference = reference is null ? null : new OtherModel(reference.ToBytes(), null),
        Original = original is null ? null : new OtherModel(original.ToBytes(), null),
        WantsPictures = wantsPictures,
    };

    /// <summary>Numbers with a little of something else added to each.</summary>
    public static double[] Disturbed(double[] numbers, double by)
    {
        var random = new SeededRandom("disturbed", numbers.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return [.. numbers.Select(number => number + (by * random.Normal()))];
    }

    public static double[] Turned(double[] matrix, int rows, int columns) => [.. from column in Enumerable.Range(0, columns) from row in Enumerable.Range(0, rows) select matrix[(row * columns) + column]];

    // Pixels 20 to 27 to the first hidden numbers; the others mix what is left a little.
    private static double[] First()
    {
        var (weights, random) = (new double[Pixels * Hidden], new SeededRandom("first"));
        for (var i = 0; i < weights.Length; i++)
            weights[i] = .02 * random.Normal();
        for (var c = 0; c < Classes; c++)
            weights[((20 + c) * Hidden) + c] += 1;
        return weights;
    }

    private static double[] Last()
    {
        var (weights, random) = (new double[Hidden * Classes], new SeededRandom("last"));
        for (var i = 0; i < weights.Length; i++)
            weights[i] = .02 * random.Normal();
        for (var c = 0; c < Classes; c++)
            weights[(c * Classes) + c] += 8;
        return weights;
    }
}
