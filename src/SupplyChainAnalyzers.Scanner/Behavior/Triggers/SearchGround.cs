using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;

namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>What every search for triggers stands on.</summary>
/// <param name="Gradient">An exact one.</param>
/// <param name="Shape">Of an input.</param>
/// <param name="Range">Of its numbers: what the probe has.</param>
/// <param name="Search">Examples to search with.</param>
/// <param name="HeldBack">Examples to try the result on.</param>
internal sealed record SearchGround(OnnxGradient Gradient, ImageShape Shape, InputRange Range, ProbeSet Search, ProbeSet HeldBack)
{
    private const int LeastProbes = 50;

    /// <exception cref="CheckSkippedException">Model or probe are not fit for it.</exception>
    /// <exception cref="Engine.OnnxException">The model fails on the probe.</exception>
    public static SearchGround Of(BehaviorContext context)
    {
        var (gradient, probe) = (Effort.Exact(context), context.Probe!);
        var shape = ImageShape.Of(gradient.Example) ?? throw new CheckSkippedException("the model's input is no picture");
        if (probe.SampleSize != gradient.Size)
            throw new CheckSkippedException($"an input of the probe has {probe.SampleSize} numbers, of the model {gradient.Size}");
        if (probe.Count < LeastProbes)
            throw new CheckSkippedException($"the probe has {probe.Count} inputs, fewer than {LeastProbes}");
        if (probe.Range.High <= probe.Range.Low)
            throw new CheckSkippedException("the probe's numbers are all the same");

        var answers = ProbeFit.Answers(TriggerReplay.Logits(gradient, probe.Inputs), gradient.Classes, probe.Labels);
        var (search, held) = ProbeSet.Of(probe, probe.Labels ?? answers).Split();
        return new SearchGround(gradient, shape, new InputRange(probe.Range.Low, probe.Range.High), search, held);
    }
}
