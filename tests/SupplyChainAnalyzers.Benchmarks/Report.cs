using System.Globalization;
using SupplyChainAnalyzers.Testing.Benchmarks;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>Prints figures beside what they are held against. It measures; it does not judge the exit code by time.</summary>
internal sealed class Report(TextWriter output)
{
    public void Title(string text) => output.WriteLine($"\n== {text}");

    public void Figure(string what, double value, string unit, string target) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-58} {value,12:0.###} {unit,-10} (target {target})"));

    /// <summary>A figure and, behind it, between which bounds the middle half of the measurements lies.</summary>
    public void Figure(string what, Quartiles value, string unit, string target) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-58} {value.Median,12:0.###} {unit,-10} (target {target}; half of the turns {value.Lower:0.###} to {value.Upper:0.###})"));

    public void Note(string text) => output.WriteLine($"  {text}");

    /// <summary>What another process has reported, as it is.</summary>
    public void Text(string text) => output.WriteLine(text);

    /// <summary>The middle value: one disturbed run does not move it.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
