namespace SupplyChainAnalyzers.Scanner.Behavior.Triggers;

/// <summary>
/// One target while its trigger is searched: how well it does, what the cost weighs, and the cheapest trigger that did well. The weight
/// rises as long as nearly all examples are moved and falls when they are not (after Neural Cleanse).
/// </summary>
internal sealed class TargetState(SearchTarget target, Trigger trigger, SearchSettings settings, SeededRandom random)
{
    private const float Memory = .7f; // of the running success rate
    private const float Up = 1.12f;
    private const float Down = 1.15f;
    private const float LowestWeight = 1e-6f;
    private const float HighestWeight = 10;

    private readonly Adam _adam = new(trigger.Parameters.Length, settings.Rate, .5f, .9f);
    private readonly float[] _gradient = new float[trigger.Parameters.Length];
    private float _weight = settings.StartWeight;
    private float _lately = float.NaN;
    private Trigger? _best;
    private float _bestCost = float.PositiveInfinity;
    private float _lastCost;
    private float _loss;

    public SearchTarget Target { get; } = target;

    public Trigger Trigger { get; } = trigger;

    /// <summary>Any of the target's examples.</summary>
    public int Draw() => Target.Examples[random.Below(Target.Examples.Count)];

    /// <summary>One step, once the slopes of its batch are accumulated.</summary>
    /// <param name="rate">Which part of the batch was moved to the class.</param>
    /// <param name="loss">Of the batch, on average.</param>
    public void Step(float rate, float loss)
    {
        _loss = loss;
        _lately = float.IsNaN(_lately) ? rate : (Memory * _lately) + ((1 - Memory) * rate);
        _lastCost = Trigger.Cost;
        if (rate >= settings.GoodNow && _lately >= settings.GoodLately && _lastCost < _bestCost)
            (_best, _bestCost) = (Trigger.Copy(), _lastCost);

        Trigger.Gradient(_weight, _gradient);
        _adam.Step(Trigger.Parameters, _gradient);
        Trigger.Refresh();
        _weight = Math.Clamp(_lately > settings.Enough ? _weight * Up : _weight / Down, LowestWeight, HighestWeight);
    }

    /// <summary>Never done well counts as twice what it costs now.</summary>
    public TriggerResult Result() => new(Target, _best is not null, _best is not null ? _bestCost : Math.Max(_lastCost, 1) * 2, _best ?? Trigger, _loss);
}
