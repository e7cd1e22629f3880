using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>A model that takes rows of tokens and gives numbers; what else it wants is made here: masks, kinds, places, and a past that is empty.</summary>
internal sealed class TokenModel
{
    private const int MaxRowsPerRun = 64;
    private const int EmptyHeads = 1; // where a past leaves the number of its heads open

    private readonly OnnxSession _session;
    private readonly TokenPorts _ports;
    private readonly OnnxPort _output;

    /// <exception cref="CheckSkippedException">It gives no numbers.</exception>
    public TokenModel(OnnxSession session, TokenPorts ports)
    {
        (_session, _ports) = (session, ports);
        OnnxPort[] numbers = [.. session.Outputs.Where(static port => port is { IsTensor: true, Type: TensorElementType.Float or TensorElementType.Double or TensorElementType.Float16 })];
        _output = Array.Find(numbers, static port => port.Name.Contains("logits", StringComparison.OrdinalIgnoreCase)) ?? numbers.FirstOrDefault() ?? throw new CheckSkippedException("the model gives no tensor of numbers");
        var shape = session.Inputs.First(port => port.Name == ports.Ids).Shape;
        FixedLength = shape.Count == 2 && shape[1] > 0 ? shape[1] : null;
        FixedBatch = shape.Count == 2 && shape[0] > 0 ? shape[0] : null;
    }

    /// <summary>Tokens of a row, if the model takes no other number; null when any.</summary>
    public int? FixedLength { get; }

    /// <summary>Rows of a run, if the model takes no other number; null when any.</summary>
    public int? FixedBatch { get; }

    /// <summary>What the model gives for each row, one after the other.</summary>
    /// <param name="rows">All of one length.</param>
    /// <param name="pad">The token that fills rows up; null when none does.</param>
    /// <exception cref="OnnxException">The model fails on them.</exception>
    public float[][] Run(IReadOnlyList<long[]> rows, long? pad)
    {
        var results = new List<float[]>(rows.Count);
        foreach (var some in rows.Chunk(FixedBatch ?? MaxRowsPerRun))
        {
            var (batch, length) = (FixedBatch ?? some.Length, some[0].Length);
            var ids = new long[batch * length];
            for (var i = 0; i < batch; i++)
                some[Math.Min(i, some.Length - 1)].CopyTo(ids, i * length); // a fixed batch is filled up
            var inputs = Inputs(_session.Inputs, _ports, ids, batch, pad);
            try
            {
                using var run = _session.Run(inputs, [_output.Name]);
                var all = run[_output.Name].ToFloats();
                if (all.Length % batch != 0)
                    throw new OnnxException(OnnxStage.Run, "it gives numbers that do not belong to rows");
                for (var i = 0; i < some.Length; i++)
                    results.Add(all[(i * (all.Length / batch))..((i + 1) * (all.Length / batch))]);
            }
            finally
            {
                foreach (var value in inputs.Values)
                    value.Dispose();
            }
        }

        return [.. results];
    }

    /// <summary>Every input of a run, in values of the caller's.</summary>
    /// <param name="ports">Those of the model that are to be filled.</param>
    /// <param name="names">Which takes the tokens.</param>
    /// <param name="ids">Row by row.</param>
    /// <param name="batch">Rows.</param>
    /// <param name="pad">The token that fills rows up; null when none does.</param>
    /// <exception cref="CheckSkippedException">One cannot be filled.</exception>
    public static Dictionary<string, OnnxValue> Inputs(IEnumerable<OnnxPort> ports, TokenPorts names, long[] ids, int batch, long? pad)
    {
        var length = ids.Length / batch;
        var values = new Dictionary<string, OnnxValue>(StringComparer.Ordinal);
        foreach (var port in ports)
        {
            bool Is(string word) => port.Name.Contains(word, StringComparison.OrdinalIgnoreCase);
            values[port.Name] = port.Name == names.Ids ? Whole(port, ids, batch, length)
                : Is("past") ? Empty(port, batch)
                : Is("use_cache") ? OnnxValue.Over<bool>([false], [.. port.Shape.Select(static size => (long)Math.Max(1, size))])
                : Is("mask") ? Whole(port, Array.ConvertAll(ids, id => id == pad ? 0L : 1L), batch, length)
                : Is("position") ? Whole(port, [.. Enumerable.Range(0, ids.Length).Select(i => (long)(i % length))], batch, length)
                : Is("type") || Is("segment") ? Whole(port, new long[ids.Length], batch, length)
                : throw new CheckSkippedException($"the model wants an input '{Printable.Of(port.Name, 60)}' that is not known");
        }

        return values;
    }

    private static OnnxValue Whole(OnnxPort port, long[] values, int batch, int length) => port.Type switch
    {
        TensorElementType.Int64 => OnnxValue.Over(values, batch, length),
        TensorElementType.Int32 => OnnxValue.Over(Array.ConvertAll(values, static value => (int)value), batch, length),
        TensorElementType.Float => OnnxValue.Over(Array.ConvertAll(values, static value => (float)value), batch, length),
        TensorElementType.Bool => OnnxValue.Over(Array.ConvertAll(values, static value => value != 0), batch, length),
        _ => throw new CheckSkippedException($"the model's input '{Printable.Of(port.Name, 60)}' takes {port.Type}"),
    };

    // Keys and values of what came before, batch × heads × 0 × size: without a past every row is read from its start.
    private static OnnxValue Empty(OnnxPort port, int batch)
    {
        long[] shape = [.. port.Shape.Select((size, i) => i == 0 ? batch : i == 2 ? 0 : size < 0 ? EmptyHeads : (long)size)];
        if (port.Shape.Count != 4 || port.Shape[2] > 0 || port.Shape[1] <= 0 || port.Shape[3] <= 0)
            throw new CheckSkippedException($"the model's input '{Printable.Of(port.Name, 60)}' cannot be left empty");

        return port.Type switch
        {
            TensorElementType.Float => OnnxValue.Over(Array.Empty<float>(), shape),
            TensorElementType.Float16 => OnnxValue.Over(Array.Empty<Float16>(), shape),
            TensorElementType.BFloat16 => OnnxValue.Over(Array.Empty<BFloat16>(), shape),
            _ => throw new CheckSkippedException($"the model's input '{Printable.Of(port.Name, 60)}' takes {port.Type}"),
        };
    }
}
