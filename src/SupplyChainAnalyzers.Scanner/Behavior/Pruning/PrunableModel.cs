using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Pruning;

/// <summary>A model with a switch for each channel of its last feature map: a further input that they are multiplied with.</summary>
internal sealed class PrunableModel : IDisposable
{
    private const string Switches = "_switches";
    private const int MaxNumbersPerRun = 1 << 21;

    private readonly Classifier _classifier;
    private readonly OnnxSession _session;
    private readonly string _features;
    private readonly bool _isMap;

    /// <exception cref="CheckSkippedException">The model has no feature map, or is no classifier.</exception>
    /// <exception cref="OnnxException">The model fails.</exception>
    public PrunableModel(BehaviorContext context)
    {
        _classifier = context.Classifier;
        var model = context.Graph.Copy();
        (_features, Channels, _isMap) = Find(context, model);
        var names = ModelNames.All(model.Graph);
        var (mask, pruned) = (ModelNames.Fresh(names, Switches), ModelNames.Fresh(names, "_pruned"));
        Insert(model.Graph, mask, pruned);
        SwitchInput = mask;
        model.Graph.ClearValueInfo();
        model.Graph.Expose([_features]);
        _session = OnnxEngine.Load(model.ToBytes(), new OnnxSettings { IsOurs = true, Folder = context.Folder });
    }

    public int Channels { get; }

    private string SwitchInput { get; }

    /// <summary>The class of each input, and the mean of each channel over inputs and places.</summary>
    /// <param name="inputs">One after the other.</param>
    /// <param name="switches">1 for a channel that stays, 0 for one that is cut off.</param>
    /// <exception cref="OnnxException">The model fails.</exception>
    public (int[] Answers, double[] Activity) Run(float[] inputs, float[] switches)
    {
        var (size, answers, activity) = (_classifier.InputSize, new List<int>(), new double[Channels]);
        var (count, step) = (inputs.Length / size, _classifier.FixedBatch ?? Math.Clamp(MaxNumbersPerRun / size, 1, 256));
        for (var first = 0; first < count; first += step)
        {
            var some = Math.Min(step, count - first);
            var batch = new float[(_classifier.FixedBatch ?? some) * size];
            inputs.AsSpan(first * size, some * size).CopyTo(batch);
            using var x = OnnxValue.Over(batch, [batch.Length / size, .. _classifier.InputShape]);
            using var mask = OnnxValue.Over(switches, _isMap ? [Channels, 1, 1] : [Channels]);
            using var run = _session.Run(new Dictionary<string, OnnxValue> { [_classifier.InputName] = x, [SwitchInput] = mask }, [_classifier.OutputName, _features]);
            var rows = run[_classifier.OutputName].ToFloats();
            answers.AddRange(Classifier.LargestOfEach(rows, _classifier.Classes).Take(some));
            Add(activity, run[_features].ToFloats(), batch.Length / size, some);
        }

        return ([.. answers], [.. activity.Select(sum => sum / count)]);
    }

    public void Dispose() => _session.Dispose();

    private void Add(double[] activity, float[] features, int batch, int some)
    {
        var perInput = features.Length / batch;
        var places = perInput / Channels;
        for (var i = 0; i < some * perInput; i++)
            activity[_isMap ? i % perInput / places : i % Channels] += features[i] / (double)places;
    }

    // The last tensor with places on the way to the output: what pooling or flattening takes. Without one, the last layer's input.
    private static (string Tensor, int Channels, bool IsMap) Find(BehaviorContext context, ModelProto model)
    {
        var output = context.Classifier.OutputName;
        var facts = Facts(context, model);
        var needed = new HashSet<string>(StringComparer.Ordinal) { output };
        foreach (var node in model.Graph.Nodes.Reverse().Where(node => node.Outputs.Any(needed.Contains)))
        {
            needed.UnionWith(ModelNames.UsedBy(node));
            if (node.Input(0) is { } name && facts.Knows(name) && facts.Constant(name) is null && facts[name] is { Type: TensorType.Float, Rank: 4 } fact && fact.Shape[1] > 1 && (fact.Shape[2] > 1 || fact.Shape[3] > 1)
                && model.Graph.Producer(name) is not null)
                return (name, (int)fact.Shape[1], true);
        }

        return Poisoning.FeatureLayer.Find(model.Graph, output) is { } last && facts.Knows(last) && facts[last] is { Type: TensorType.Float, Rank: >= 2 } row && row.Shape[^1] > 1 && model.Graph.Producer(last) is not null
            ? (last, (int)row.Shape[^1], false)
            : throw new CheckSkippedException("the model has no features that could be pruned");
    }

    private static GraphFacts Facts(BehaviorContext context, ModelProto model)
    {
        var classifier = context.Classifier;
        var batch = classifier.FixedBatch ?? 1;
        using var x = OnnxValue.Over(new float[batch * classifier.InputSize], [batch, .. classifier.InputShape]);
        return ShapeDiscovery.Run(model, [new Dictionary<string, OnnxValue> { [classifier.InputName] = x }], context.Folder);
    }

    // All who used the features get them through the switches.
    private void Insert(GraphProto graph, string mask, string pruned)
    {
        foreach (var node in graph.Nodes.Where(node => node.Inputs.Contains(_features)))
            node.SetInputs([.. node.Inputs.Select(name => name == _features ? pruned : name)]);
        graph.AddInput(ValueInfoProto.Of(mask, TensorType.Float, _isMap ? [Channels, 1, 1] : [Channels]));
        graph.Insert(graph.Nodes.ToList().IndexOf(graph.Producer(_features)!) + 1, NodeProto.Of("Mul", [_features, mask], [pruned]));
    }
}
