using Microsoft.ML.OnnxRuntime;

namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>A loaded model. The same inputs give the same outputs, on the same processor to the last bit. For one thread.</summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };

    internal OnnxSession(InferenceSession session)
    {
        _session = session;
        Inputs = Ports(session.InputNames, session.InputMetadata);
        Outputs = Ports(session.OutputNames, session.OutputMetadata);
    }

    /// <summary>In the model's order; parameters that a model also lists among its inputs are not among them.</summary>
    public IReadOnlyList<OnnxPort> Inputs { get; }

    /// <summary>In the model's order, the extra ones last.</summary>
    public IReadOnlyList<OnnxPort> Outputs { get; }

    /// <summary>Runs the model once.</summary>
    /// <param name="inputs">Every input by its name; still the caller's afterwards.</param>
    /// <param name="outputs">Those wanted; what only others need is not computed. Null is all.</param>
    /// <exception cref="OnnxException">A name, type or shape does not fit, or a node failed.</exception>
    public OnnxValues Run(IReadOnlyDictionary<string, OnnxValue> inputs, IReadOnlyList<string>? outputs = null)
    {
        outputs ??= [.. Outputs.Select(static port => port.Name)];
        return OnnxEngine.Try(OnnxStage.Run, () =>
        {
            string[] names = [.. inputs.Keys];
            OrtValue[] values = [.. inputs.Values.Select(static value => value.Native)];
            return new OnnxValues(outputs, _session.Run(_run, names, values, outputs));
        });
    }

    /// <summary>Runs a model that has one input.</summary>
    /// <exception cref="OnnxException">It has another number of them, or as <see cref="Run(IReadOnlyDictionary{string, OnnxValue}, IReadOnlyList{string}?)"/>.</exception>
    public OnnxValues Run(OnnxValue input, IReadOnlyList<string>? outputs = null) => Inputs.Count == 1
        ? Run(new Dictionary<string, OnnxValue>(StringComparer.Ordinal) { [Inputs[0].Name] = input }, outputs)
        : throw new OnnxException(OnnxStage.Run, $"it has {Inputs.Count} inputs where one is expected");

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    private static OnnxPort[] Ports(IReadOnlyList<string> names, IReadOnlyDictionary<string, NodeMetadata> metadata) =>
        [.. names.Select(name => Port(name, metadata[name]))];

    private static OnnxPort Port(string name, NodeMetadata node) => node.IsTensor
        ? new OnnxPort(name, node.ElementDataType, [.. node.Dimensions], IsTensor: true)
        : new OnnxPort(name, default, [], IsTensor: false);
}
