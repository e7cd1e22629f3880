using Microsoft.ML.OnnxRuntime.Tensors;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>A model that takes one float tensor with a batch in front and gives a number for each class.</summary>
internal sealed class Classifier
{
    /// <summary>Inputs in one run: what fits into memory for pictures of 224 by 224 with a large network.</summary>
    private const int MaxNumbersPerRun = 1 << 21;

    private readonly OnnxSession _session;
    private readonly OnnxPort _output;

    /// <param name="session">The model.</param>
    /// <param name="probe">Says the size of an input where the model leaves it open; null when there is none.</param>
    /// <exception cref="CheckSkippedException">It is no such model, or the probe does not fit.</exception>
    public Classifier(OnnxSession session, Probe? probe)
    {
        _session = session;
        if (session.Inputs.Count != 1 || session.Inputs[0] is not { IsTensor: true, Type: TensorElementType.Float, Shape.Count: >= 2 } input)
            throw new CheckSkippedException("the model does not take one tensor of floats");

        _output = session.Outputs.FirstOrDefault(static port => port is { IsTensor: true, Type: TensorElementType.Float or TensorElementType.Double or TensorElementType.Float16 })
            ?? throw new CheckSkippedException("the model gives no tensor of numbers");
        InputShape = Fit(input, probe);
        InputSize = checked((int)InputShape.Aggregate(1L, static (product, count) => product * count));
        FixedBatch = input.Shape[0] > 0 ? input.Shape[0] : null;
        Classes = Predict(probe is null ? new float[InputSize] : probe[0]).Length;
        if (Classes < 2)
            throw new CheckSkippedException($"the model gives {Classes} number for an input, no classes");
    }

    /// <summary>Of one input, without the batch.</summary>
    public long[] InputShape { get; }

    /// <summary>Numbers of one input.</summary>
    public int InputSize { get; }

    /// <summary>Inputs the model takes in one run, if it takes no other count; null when any.</summary>
    public int? FixedBatch { get; }

    public string InputName => _session.Inputs[0].Name;

    /// <summary>The output that gives the classes.</summary>
    public string OutputName => _output.Name;

    public int Classes { get; private set; }

    /// <summary>Channels, height and width of an input that is a picture with its channels first; null when it is none.</summary>
    public (int Channels, int Height, int Width)? Picture => InputShape is [1 or 3, >= 8, >= 8] ? ((int)InputShape[0], (int)InputShape[1], (int)InputShape[2]) : null;

    /// <summary>A row of <see cref="Classes"/> numbers for each input: logits or probabilities, whatever the model gives.</summary>
    /// <param name="inputs">One after the other.</param>
    /// <exception cref="OnnxException">The model fails on them.</exception>
    public float[] Predict(ReadOnlySpan<float> inputs)
    {
        var count = inputs.Length / InputSize;
        var step = FixedBatch ?? Math.Clamp(MaxNumbersPerRun / Math.Max(1, InputSize), 1, 256);
        var rows = new List<float>();
        for (var first = 0; first < count; first += step)
        {
            var some = Math.Min(step, count - first);
            var batch = new float[(FixedBatch ?? some) * InputSize]; // a fixed batch is filled up with zeros
            inputs.Slice(first * InputSize, some * InputSize).CopyTo(batch);
            using var x = OnnxValue.Over(batch, [batch.Length / InputSize, .. InputShape]);
            using var run = _session.Run(x, [OutputName]);
            var all = run[OutputName].ToFloats();
            rows.AddRange(all.AsSpan(0, all.Length / (batch.Length / InputSize) * some));
        }

        return [.. rows];
    }

    /// <summary>A row of probabilities for each input, whatever the model gives.</summary>
    /// <param name="inputs">One after the other.</param>
    /// <exception cref="OnnxException">The model fails on them, or gives numbers that are none.</exception>
    public double[] Probabilities(ReadOnlySpan<float> inputs)
    {
        var rows = Array.ConvertAll(Predict(inputs), static value => (double)value);
        if (!Array.TrueForAll(rows, double.IsFinite))
            throw new OnnxException(OnnxStage.Run, "it gives numbers that are not finite");

        double[][] each = [.. rows.Chunk(Classes)];
        const double rounding = 1e-3;
        var isProbabilities = each.All(static row => row.Min() >= 0 && Math.Abs(row.Sum() - 1) < rounding);
        return isProbabilities ? rows : [.. each.SelectMany(Softmax)];
    }

    /// <summary>The class of each input: the first of the largest numbers.</summary>
    public int[] Answers(ReadOnlySpan<float> inputs) => LargestOfEach(Predict(inputs), Classes);

    /// <summary>The place of the largest number in each row.</summary>
    public static int[] LargestOfEach(float[] rows, int width)
    {
        var places = new int[rows.Length / width];
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = 1; j < width; j++)
            {
                if (rows[(i * width) + j] > rows[(i * width) + places[i]])
                    places[i] = j;
            }
        }

        return places;
    }

    private static IEnumerable<double> Softmax(double[] row)
    {
        var largest = row.Max();
        double[] powers = Array.ConvertAll(row, value => Math.Exp(value - largest));
        var sum = powers.Sum();
        return powers.Select(power => power / sum);
    }

    private static long[] Fit(OnnxPort input, Probe? probe)
    {
        var shape = input.Shape.Skip(1).Select(static count => (long)count).ToArray();
        if (probe is null)
            return shape.All(static count => count > 0) ? shape : throw new CheckSkippedException("the model leaves the size of its input open; give a probe");

        return probe.SampleShape.Length == shape.Length && !shape.Where((count, i) => count > 0 && count != probe.SampleShape[i]).Any()
            ? probe.SampleShape
            : throw new CheckSkippedException($"an input of the probe is {string.Join('x', probe.SampleShape)}, of the model {string.Join('x', shape.Select(static count => count < 0 ? "?" : count.ToString(System.Globalization.CultureInfo.InvariantCulture)))}");
    }
}
