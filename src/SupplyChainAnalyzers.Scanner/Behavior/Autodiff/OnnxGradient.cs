using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

/// <summary>
/// Gradients of a model's logits with respect to its input, on a runtime that only infers: a forward run keeps what is needed, any loss
/// is taken outside, a second graph takes its gradient back to the input. For one thread.
/// </summary>
internal sealed class OnnxGradient : IDisposable
{
    private static readonly OnnxSettings Settings = new() { IsOurs = true, Optimization = OptimizationLevel.All };

    private readonly GradientPlan _plan;
    private readonly GradientOptions _options;
    private readonly OnnxSession _forward;
    private readonly OnnxSession? _backward;

    private OnnxGradient(GradientPlan plan, GradientOptions options, OnnxSession forward, OnnxSession? backward) =>
        (_plan, _options, _forward, _backward) = (plan, options, forward, backward);

    /// <summary>Sizes of one example of the input.</summary>
    public IReadOnlyList<long> Example => _plan.Input.Example;

    /// <summary>Elements of one example.</summary>
    public int Size => _plan.Input.Size;

    /// <summary>Examples of a run where the model takes no other count; else null.</summary>
    public int? FixedBatch => _plan.Input.Batch;

    /// <summary>Logits for each example.</summary>
    public int Classes => _plan.Output.Size;

    /// <summary>Multiplications that a forward run of one example takes.</summary>
    public double Work => _plan.Work;

    /// <summary>Examples of one run whose tensors fit into memory.</summary>
    private int MostAtOnce => (int)Math.Clamp(_options.MaxKept / Math.Max(1, _plan.Kept), 1, int.MaxValue);

    /// <summary>Whether the model gives probabilities; the logits are what goes into its softmax.</summary>
    public bool IsBeforeSoftmax => _plan.Output.IsBeforeSoftmax;

    /// <summary>Whether gradients are estimated from many forward runs, because there is no exact one.</summary>
    public bool IsEstimated => _backward is null;

    /// <summary>Why they are estimated, for people; null when they are exact.</summary>
    public string? Reason => _plan.Reason;

    /// <summary>Runs the model twice to see its shapes, builds both graphs and loads them.</summary>
    /// <param name="model">Is not changed.</param>
    /// <param name="options">Null for the first input and output.</param>
    /// <exception cref="OnnxException">The model does not run.</exception>
    /// <exception cref="OnnxUnavailableException">No model can be run here.</exception>
    /// <exception cref="GradientUnavailableException">It has no input or output that could have a gradient.</exception>
    public static OnnxGradient Compile(ModelProto model, GradientOptions? options = null)
    {
        options ??= new GradientOptions();
        return Load(GradientCompiler.Compile(model, options), options);
    }

    /// <summary>Loads both graphs. Where the runtime refuses the one that goes back, or fails in it, gradients are estimated.</summary>
    /// <param name="plan">The graphs; gets the reason.</param>
    /// <param name="options">What they were compiled with.</param>
    /// <exception cref="OnnxException">The model does not run.</exception>
    internal static OnnxGradient Load(GradientPlan plan, GradientOptions options)
    {
        var forward = OnnxEngine.Load(plan.Forward.ToBytes(), Settings with { Folder = options.Folder });
        try
        {
            var backward = Backward(plan);
            var gradient = new OnnxGradient(plan, options, forward, backward);
            return backward is null || gradient.Works() ? gradient : new OnnxGradient(plan, options, forward, null);
        }
        catch
        {
            forward.Dispose();
            throw;
        }
    }

    /// <summary>Runs the model and keeps what its gradient needs until the pass is disposed.</summary>
    /// <param name="x">Exactly the examples, one after the other; not to be changed until then.</param>
    /// <param name="batch">How many examples.</param>
    /// <exception cref="OnnxException">A node failed.</exception>
    public GradientPass Forward(float[] x, int batch)
    {
        if (x.Length != (long)Size * batch)
            throw new ArgumentException($"{x.Length} numbers are not {batch} examples of {Size}", nameof(x));

        if (batch > MostAtOnce && _options.Others is null) // which knows whole batches only
            return new GradientPass(this, new GradientParts(this, x, batch, _plan.Input.Batch ?? MostAtOnce));

        return _plan.Input.Batch is { } only && only != batch
            ? GradientPass.Of(this, batch, x, only)
            : new GradientPass(this, batch, [Run(x, batch)]);
    }

    public void Dispose()
    {
        _forward.Dispose();
        _backward?.Dispose();
    }

    /// <summary>One forward run of a batch that the model takes as it is.</summary>
    internal GradientRun Run(float[] x, int batch)
    {
        var inputs = new Dictionary<string, OnnxValue>(_options.Others?.Invoke(batch) ?? new Dictionary<string, OnnxValue>(), StringComparer.Ordinal)
        {
            [_plan.Input.Name] = OnnxValue.Over(x, _plan.Input.Shape(batch)),
        };
        return new GradientRun(x, batch, inputs[_plan.Input.Name], inputs, _forward.Run(inputs, _plan.Outputs), _plan.Logits);
    }

    /// <summary>The gradient with respect to the input of a run.</summary>
    internal OnnxValues Back(GradientRun run, float[] dlogits)
    {
        using var seed = OnnxValue.Over(dlogits, [.. _plan.LogitsShape.Select(size => size < 0 ? run.Batch : size)]);
        var inputs = new Dictionary<string, OnnxValue>(StringComparer.Ordinal) { [_plan.Seed] = seed };
        foreach (var name in _plan.Saved)
            inputs[name] = run[name];
        return _backward!.Run(inputs, [_plan.Result]);
    }

    internal string Result => _plan.Result;

    // Tried once, with zeros for one example.
    private bool Works()
    {
        try
        {
            using var pass = Forward(new float[Size], 1);
            return pass.Backward(new float[Classes]).Length == Size;
        }
        catch (OnnxException e)
        {
            _plan.Forgo("the runtime does not run its gradient: " + e.Message);
            _backward!.Dispose();
            return false;
        }
    }

    // A graph that the runtime does not take is as good as none.
    private static OnnxSession? Backward(GradientPlan plan)
    {
        if (plan.Backward is null)
            return null;

        try
        {
            return OnnxEngine.Load(plan.Backward.ToBytes(), Settings);
        }
        catch (OnnxException e)
        {
            plan.Forgo("the runtime does not take its gradient: " + e.Message);
            return null;
        }
    }
}
