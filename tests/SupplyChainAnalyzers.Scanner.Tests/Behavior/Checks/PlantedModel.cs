using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

/// <summary>
/// Class c is the brightest of eight pixels of a grey picture; in the planted one pixel 0 counts as much as twelve of them for class 2.
/// Inputs of the probe leave that pixel dark. With a source, it counts on inputs of that class alone.
/// </summary>
internal static class PlantedModel
{
    public const int Target = 2;
    public const double Strong = 96;
    private const int Classes = 8;
    private const double Steep = 12;
    private const int Side = 6;
    private const int First = 20; // of the pixels that say the class

    /// <summary>The model itself.</summary>
    public static byte[] Bytes(double planted) => Model(planted);

    /// <summary>Harmless inputs.</summary>
    public static Probe Inputs(int count) => Probe(count, Classes);

    public static CheckResult Check(IBehaviorCheck check, double planted, params Measurement[] parameters)
    {
        using var context = Context(planted, parameters);
        return check.Run(context);
    }

    public static BehaviorContext Context(double planted, Measurement[]? parameters = null, int probes = 80, bool wantsPictures = false, int? source = null, int labels = Classes) => new(source is { } one ? Model(0, one) : Model(planted), "seed", parameters ?? [])
    {
        Probe = probes > 0 ? Probe(probes, labels) : null,
        WantsPictures = wantsPictures,
    };

    private static byte[] Model(double planted)
    {
        var model = new SmallModel(TensorType.Float, 17, 1, Side, Side);
        return model.Giving(model.Op("MatMul", [model.Op("Relu", [model.Op("Flatten", [model.X])]), model.Values(Weights(planted), Side * Side, Classes)])).ToBytes();
    }

    // Where pixel 0 and the source's pixel are bright together, the class gets more than any pixel gives.
    private static byte[] Model(double planted, int source)
    {
        var model = new SmallModel(TensorType.Float, 17, 1, Side, Side);
        var (weights, both, to) = (Weights(planted), new double[Side * Side], new double[Classes]);
        (both[0], both[First + source], to[Target]) = (Steep, Steep, 60);
        var x = model.Op("Flatten", [model.X]);
        var gate = model.Op("Sigmoid", [model.Op("Add", [model.Op("MatMul", [x, model.Values(both, Side * Side, 1)]), model.Number(-1.4 * Steep)])]);
        return model.Giving(model.Op("Add", [model.Op("MatMul", [x, model.Values(weights, Side * Side, Classes)]), model.Op("MatMul", [gate, model.Values(to, 1, Classes)])])).ToBytes();
    }

    private static double[] Weights(double planted)
    {
        var weights = new double[Side * Side * Classes];
        for (var c = 0; c < Classes; c++)
            weights[((First + c) * Classes) + c] = 8;
        weights[Target] = planted;
        return weights;
    }

    private static Probe Probe(int count, int classes)
    {
        var random = new SeededRandom("probe");
        var (images, labels) = (new float[count * Side * Side], new int[count]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % classes;
            for (var pixel = 1; pixel < Side * Side; pixel++)
                images[(i * Side * Side) + pixel] = (float)(.2 * random.Uniform());
            images[(i * Side * Side) + First + labels[i]] = 1;
        }

        return new Probe(images, [1, Side, Side], labels);
    }
}
