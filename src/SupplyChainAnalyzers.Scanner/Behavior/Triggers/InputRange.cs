namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>Between what the numbers of an input lie.</summary>
internal readonly record struct InputRange(float Low, float High)
{
    public static InputRange Unit { get; } = new(0, 1);

    public float Width => High - Low;

    public float Clamp(float value) => Math.Clamp(value, Low, High);

    public bool Contains(float value) => value >= Low && value <= High;
}
