using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;

namespace SupplyChainAnalyzers.Scanner.Behavior.Golden;

/// <summary>Records what a model gives now.</summary>
internal static class GoldenRecorder
{
    private const int MaxNumbers = 50_000; // of all outputs: a file that people commit

    /// <summary>Runs a model on inputs that can be had again.</summary>
    /// <param name="session">The model, not optimised: other optimisers then give the same.</param>
    /// <param name="probe">Where the inputs come from; null for our own.</param>
    /// <param name="probeSha256">Its digest.</param>
    /// <param name="count">Inputs where the model leaves that open.</param>
    /// <exception cref="CheckSkippedException">There are no such inputs, or what comes out is no number or too much.</exception>
    /// <exception cref="OnnxException">The model fails.</exception>
    public static GoldenFile Record(OnnxSession session, Probe? probe, string? probeSha256, int count = GoldenInputs.Count)
    {
        count = Math.Min(count, session.Inputs.Count == 1 ? probe?.Count ?? count : count);
        var inputs = GoldenInputs.Of(session, probe, count);
        try
        {
            string[] names = [.. session.Outputs.Where(static port => port.IsTensor).Select(static port => port.Name)];
            using var run = session.Run(inputs, names);
            GoldenOutput[] outputs = [.. names.Select(name => new GoldenOutput(name, run[name].Shape, Array.ConvertAll(run[name].ToFloats(), static value => (double)value)))];
            var batch = outputs.Length == 0 || outputs.Any(static output => output.Shape.Length == 0) ? 1 : outputs.Min(static output => output.Shape[0]);
            if (outputs.Any(static output => Array.Exists(output.Values, static value => !double.IsFinite(value))))
                throw new CheckSkippedException("the model gives numbers that are none (NaN or infinite)");
            if (outputs.Sum(static output => (long)output.Values.Length) is 0 or > MaxNumbers)
                throw new CheckSkippedException($"the model gives no numbers, or more than {MaxNumbers}");

            return new GoldenFile(batch == count ? count : 1, session.Inputs.Count == 1 && probe is not null ? probeSha256 : null, outputs);
        }
        finally
        {
            GoldenInputs.Dispose(inputs);
        }
    }
}
