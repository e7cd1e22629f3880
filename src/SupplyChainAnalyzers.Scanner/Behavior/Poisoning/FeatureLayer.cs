using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Poisoning;

/// <summary>What goes into a model's last layer: the features it tells classes apart by.</summary>
internal sealed class FeatureLayer : IDisposable
{
    private const int MaxNumbersPerRun = 1 << 20;
    private const int MaxNumbers = 1 << 28; // of all features
    private const int MaxWidth = 4096; // more are averaged over places, as pooling does

    private static readonly HashSet<string> Layers = new(StringComparer.Ordinal)
    {
        "Gemm", "MatMul", "Conv", "QGemm", "QLinearMatMul", "QLinearConv", "MatMulInteger", "ConvInteger", "FusedMatMul", "FusedGemm", "FusedConv", "DynamicQuantizeMatMul", "MatMulIntegerToFloat", "MatMulNBits",
    };

    private readonly Classifier _classifier;
    private readonly OnnxSession _session;
    private readonly string _tensor;

    /// <exception cref="CheckSkippedException">The model has no such layer, or is no classifier.</exception>
    public FeatureLayer(BehaviorContext context)
    {
        _classifier = context.Classifier;
        _tensor = Find(context.Graph.Graph, _classifier.OutputName) ?? throw new CheckSkippedException("the model has no last layer whose input could be looked at");
        var isOutput = context.Graph.Graph.Outputs.Any(output => output.Name == _tensor);
        _session = OnnxEngine.Load(context.Model, new OnnxSettings { Folder = context.Folder, ExtraOutputs = isOutput ? [] : [_tensor] });
    }

    /// <summary>The tensor that goes into the last layer: backward from the output, the first node that mixes features into classes. Null where there is none.</summary>
    public static string? Find(GraphProto graph, string output)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal) { output };
        foreach (var node in graph.Nodes.Reverse().Where(node => node.Outputs.Any(needed.Contains)))
        {
            if (Layers.Contains(node.Operator))
                return node.Input(0);
            needed.UnionWith(ModelNames.UsedBy(node));
        }

        return null;
    }

    /// <summary>The features of training data, a row for each input.</summary>
    /// <exception cref="CheckSkippedException">The data do not fit the model.</exception>
    /// <exception cref="OnnxException">The model fails on them, or gives numbers that are none.</exception>
    public float[][] Of(TrainingData data, float high, Action<double> progress)
    {
        if (data.SampleSize != _classifier.InputSize)
            throw new CheckSkippedException($"an input of the training data has {data.SampleSize} numbers, of the model {_classifier.InputSize}");

        var rows = new float[data.Count][];
        var step = _classifier.FixedBatch ?? Math.Clamp(MaxNumbersPerRun / data.SampleSize, 1, 256);
        for (var first = 0; first < data.Count; first += step)
        {
            var some = Math.Min(step, data.Count - first);
            var batch = new float[(_classifier.FixedBatch ?? some) * data.SampleSize];
            data.Some(first, some, high).CopyTo(batch.AsSpan());
            using var x = OnnxValue.Over(batch, [batch.Length / data.SampleSize, .. _classifier.InputShape]);
            using var run = _session.Run(x, [_tensor]);
            Split(run[_tensor], batch.Length / data.SampleSize, rows.AsSpan(first, some));
            if ((long)rows[0].Length * data.Count > MaxNumbers)
                throw new CheckSkippedException($"the features of {data.Count} inputs are more than {MaxNumbers} numbers; give fewer");
            progress((double)(first + some) / data.Count);
        }

        return rows.All(static row => Array.TrueForAll(row, float.IsFinite)) ? rows : throw new OnnxException(OnnxStage.Run, "it gives numbers that are not finite");
    }

    public void Dispose() => _session.Dispose();

    private static void Split(OnnxValue value, int batch, Span<float[]> rows)
    {
        var all = value.ToFloats();
        var width = all.Length / batch;
        var places = value.Shape.Length > 2 && width > MaxWidth ? (int)value.Shape[2..].Aggregate(1L, static (product, size) => product * size) : 1;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new float[width / places];
            for (var j = 0; j < rows[i].Length; j++)
            {
                for (var place = 0; place < places; place++)
                    rows[i][j] += all[(i * width) + (j * places) + place] / places;
            }
        }
    }
}
