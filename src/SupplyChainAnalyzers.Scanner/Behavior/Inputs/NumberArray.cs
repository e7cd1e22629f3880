namespace SupplyChainAnalyzers.Scanner.Behavior.Inputs;

/// <summary>An array of numbers of any type.</summary>
/// <param name="Numbers">The last dimension first.</param>
/// <param name="Shape">Elements in each dimension.</param>
internal sealed record NumberArray(double[] Numbers, long[] Shape)
{
    public float[] ToFloats() => Array.ConvertAll(Numbers, static number => (float)number);
}
