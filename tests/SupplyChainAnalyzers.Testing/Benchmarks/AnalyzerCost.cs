namespace SupplyChainAnalyzers.Testing.Benchmarks;

/// <summary>What an analyzer costs one compilation, in milliseconds of the processor.</summary>
/// <param name="Files">Files of the compilation.</param>
/// <param name="Lines">Lines of all files.</param>
/// <param name="Own">The analyzer's own work.</param>
/// <param name="Bytes">What that allocates; the median.</param>
/// <param name="Added">What a whole look at the compilation takes more than one by an empty analyzer that registers the same actions; in pairs.</param>
/// <param name="Empty">What that empty one takes: binding, and handing the actions out.</param>
/// <param name="Compile">Binding and emitting without analyzers.</param>
/// <param name="Collections">Garbage collections that could not be kept out of the measured turns.</param>
public sealed record AnalyzerCost(int Files, int Lines, Quartiles Own, double Bytes, Quartiles Added, Quartiles Empty, Quartiles Compile, int Collections)
{
    /// <summary>The analyzer's own part of the compile time, 0 to 1.</summary>
    public Quartiles Share => Own.Over(Compile.Median);

    /// <summary>Own milliseconds a thousand lines, the <paramref name="always"/> taken off.</summary>
    /// <param name="always">Milliseconds that every compilation costs.</param>
    public Quartiles PerThousandLines(double always) => Own.Less(always).Over(Lines / 1000d);
}
