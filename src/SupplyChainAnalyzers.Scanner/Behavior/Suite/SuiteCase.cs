using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Suite;

/// <summary>One way to change inputs.</summary>
/// <param name="Name">Small letters, digits and hyphens.</param>
/// <param name="Words">What it does, for people.</param>
/// <param name="Apply">Writes the changed input.</param>
/// <param name="NeedsPicture">Whether it makes sense for pictures only.</param>
internal sealed record SuiteCase(string Name, string Words, SuiteCase.Change Apply, bool NeedsPicture = true)
{
    /// <param name="image">One input.</param>
    /// <param name="into">The same, changed.</param>
    /// <param name="shape">How a picture lies in memory; of what is no picture one row of numbers.</param>
    /// <param name="range">Between what the numbers of inputs lie.</param>
    /// <param name="random">The same for the same model, probe, case and input.</param>
    public delegate void Change(ReadOnlySpan<float> image, Span<float> into, ImageShape shape, InputRange range, SeededRandom random);
}
