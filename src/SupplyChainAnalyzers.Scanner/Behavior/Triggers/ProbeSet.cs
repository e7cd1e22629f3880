using SupplyChainAnalyzers.Scanner.Behavior.Inputs;

namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>Clean examples and the classes they belong to.</summary>
/// <param name="Images">One after the other, as the model takes them.</param>
/// <param name="Labels">A class for each.</param>
internal sealed record ProbeSet(float[] Images, int[] Labels)
{
    public int Count => Labels.Length;

    /// <summary>Numbers of one example.</summary>
    public int Size { get; } = Labels.Length > 0 && Images.Length % Labels.Length == 0
        ? Images.Length / Labels.Length
        : throw new ArgumentException($"{Images.Length} numbers are not {Labels.Length} examples", nameof(Images));

    public ReadOnlySpan<float> this[int example] => Images.AsSpan(example * Size, Size);

    /// <param name="probe">What the user gave.</param>
    /// <param name="labels">The user's labels or, where there are none, what the model takes each for.</param>
    public static ProbeSet Of(Probe probe, int[] labels) => new(probe.Inputs, labels);

    /// <summary>Two sets: every fifth example of each class is held back, to try on what was not searched with.</summary>
    public (ProbeSet Search, ProbeSet HeldBack) Split()
    {
        var seen = new Dictionary<int, int>();
        var search = new List<int>();
        var held = new List<int>();
        for (var i = 0; i < Count; i++)
        {
            seen[Labels[i]] = seen.GetValueOrDefault(Labels[i]) + 1;
            (seen[Labels[i]] % 5 == 0 ? held : search).Add(i);
        }

        return (Only(search), held.Count > 0 ? Only(held) : Only(search));
    }

    public ProbeSet Only(IReadOnlyList<int> examples)
    {
        var images = new float[examples.Count * Size];
        for (var i = 0; i < examples.Count; i++)
            this[examples[i]].CopyTo(images.AsSpan(i * Size));
        return new ProbeSet(images, [.. examples.Select(example => Labels[example])]);
    }
}
