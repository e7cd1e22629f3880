using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;
using SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checks;

/// <summary>
/// Class c is the brightest of eight pixels of a grey picture; in the planted one pixel 0 counts as much as twelve of them for class 2.
/// Inputs of the probe leave that pixel dark.
/// </summary>
internal static class PlantedModel
{
    public const int Target = 2;
    public const double Strong = 96;
    private const int Classes = 8;
    private const int Side = 6;
    private const int First = 20; // of the pixels that say the class

    public static CheckResult Check(IBehaviorCheck check, double planted, params Measurement[] parameters)
    {
        using var context = Context(planted, parameters);
        return check.Run(context);
    }

    public static BehaviorContext Context(double planted, Measurement[]? parameters = null, int probes = 80, bool wantsPictures = false) => new(Model(planted), "seed", parameters ?? [])
    {
        Probe = probes > 0 ? Probe(probes) : null,
        WantsPictures = wantsPictures,
    };

    private static byte[] Model(double planted)
    {
        var model = new SmallModel(TensorType.Float, 17, 1, Side, Side);
        var weights = new double[Side * Side * Classes];
        for (var c = 0; c < Classes; c++)
            weights[((First + c) * Classes) + c] = 8;
        weights[Target] = planted;
        return model.Giving(model.Op("MatMul", [model.Op("Relu", [model.Op("Flatten", [model.X])]), model.Values(weights, Side * Side, Classes)])).ToBytes();
    }

    private static Probe Probe(int count)
    {
        var random = new SeededRandom("probe");
        var (images, labels) = (new float[count * Side * Side], new int[count]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % Classes;
            for (var pixel = 1; pixel < Side * Side; pixel++)
                images[(i * Side * Side) + pixel] = (float)(.2 * random.Uniform());
            images[(i * Side * Side) + First + labels[i]] = 1;
        }

        return new Probe(images, [1, Side, Side], labels);
    }
}
