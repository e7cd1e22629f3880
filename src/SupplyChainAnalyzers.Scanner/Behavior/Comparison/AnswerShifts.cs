using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Scanner.Behavior.Comparison;

/// <summary>Where the answers of a model and its reference part.</summary>
/// <param name="Probe">On the probe; of no input where there is none.</param>
/// <param name="Noise">On noise.</param>
/// <param name="Colours">On blocks of colour.</param>
/// <param name="Patches">On the probe with a patch on each input.</param>
internal sealed record AnswerShifts(AnswerShift Probe, AnswerShift Noise, AnswerShift Colours, AnswerShift Patches)
{
    public IReadOnlyList<Measurement> Values =>
    [
        new("probeShift", Probe.Changed), new("noiseShift", Noise.Changed), new("noiseGain", Noise.Gain), new("colourShift", Colours.Changed), new("colourGain", Colours.Gain),
        new("patchShift", Patches.Changed), new("patchGain", Patches.Gain),
    ];

    /// <exception cref="CheckSkippedException">One of them is no classifier, or they have other inputs or classes.</exception>
    /// <exception cref="Engine.OnnxException">A model fails.</exception>
    public static AnswerShifts Of(BehaviorContext context, OtherModel other, SeededRandom random)
    {
        var (now, was) = (context.Classifier, new Classifier(other.Session, context.Probe));
        if (now.InputSize != was.InputSize || now.Classes != was.Classes)
            throw new CheckSkippedException("they take other inputs or have other classes");

        var stress = StressInputs.Of(now, context.Probe, random);
        return new AnswerShifts(Shift(context.Probe?.Inputs ?? []), Shift(stress.Noise), Shift(stress.Colours), Shift(stress.Patches));

        AnswerShift Shift(float[] inputs) => AnswerShift.Of(now, was, inputs);
    }
}
