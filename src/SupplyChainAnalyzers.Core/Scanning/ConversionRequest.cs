namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>What to convert.</summary>
/// <param name="Input">Absolute path of a pickle, PyTorch checkpoint, NumPy, HDF5 or Keras file.</param>
/// <param name="Output">Absolute path of the safetensors file, in a folder that exists.</param>
public sealed record ConversionRequest(string Input, string Output)
{
    /// <summary>
    /// Whether numbers, texts, objects and configurations may be left out. Without it a file that holds any is refused, with a list of
    /// them: what a conversion loses is to be decided by somebody.
    /// </summary>
    public bool TensorsOnly { get; init; }

    /// <summary>Whether a file that is there may be replaced.</summary>
    public bool Overwrite { get; init; }
}
