namespace SupplyChainAnalyzers.Scanner.Behavior.Autodiff.Operators;

/// <summary>
/// One direction of a recurrent network, all steps known from the forward run: [steps, batch, …] in the order of time. What a step took
/// from the one before is an output of the forward run too, so gates of all steps are computed at once; only gradients go step by step.
/// </summary>
internal sealed class RecurrentSequence
{
    private readonly NodeGradient _n;
    private readonly int _direction;
    private readonly int _directions;
    private readonly int _gates;
    private readonly bool _isReverse;
    private readonly string?[] _dy;

    public RecurrentSequence(NodeGradient n, int direction, int directions, int gates)
    {
        (_n, _direction, _directions, _gates) = (n, direction, directions, gates);
        _isReverse = direction == 1 || n.Text("direction", "forward") == "reverse";
        (Steps, Hidden) = ((int)n.ShapeOf()[0], n.Fixed(2).Shape[2]);
        Outputs = Own(n.Y(), 1, axisStays: false);
        First = State(5, Outputs);
        var all = Split(Outputs);
        Previous = Graph.Concat(0, _isReverse ? [.. all[1..], First] : [First, .. all[..^1]]);
        _dy = n.DyOf(0) is { } dy ? Split(Own(dy, 1, axisStays: false)) : new string?[Steps];
        DState = n.DyOf(1) is { } dh ? Own(dh, 0, axisStays: true) : null;
    }

    public BackwardGraph Graph => _n.Graph;

    public int Steps { get; }

    public long Hidden { get; }

    /// <summary>What each step gave.</summary>
    public string Outputs { get; }

    /// <summary>What each step took from the one before it.</summary>
    public string Previous { get; }

    /// <summary>What the first step took: [1, batch, hidden].</summary>
    public string First { get; }

    /// <summary>Gradient of what the last step gave on, and while steps are gone through, of what the current one gave on.</summary>
    public string? DState { get; set; }

    /// <summary>Steps from the last to the first one that was computed.</summary>
    public IEnumerable<int> Backward => _isReverse ? Enumerable.Range(0, Steps) : Enumerable.Range(0, Steps).Reverse();

    /// <summary>Steps as they were computed.</summary>
    public IEnumerable<int> Order => Backward.Reverse();

    /// <summary>Weights for the input, [gates × hidden, input].</summary>
    public string Weights => Part(1, _n.Fixed(1).Shape[2]);

    /// <summary>Weights for the state, [gates × hidden, hidden].</summary>
    public string StateWeights => Part(2, Hidden);

    /// <summary>Gradient of what a step gave, from outside and from the next step.</summary>
    public string? Dh(int step) => (_dy[step], DState) switch
    {
        ({ } own, { } next) => Graph.Add(own, next),
        var (own, next) => own ?? next,
    };

    /// <summary>X W' + B, the biases of <paramref name="stateBiases"/> gates for the state included.</summary>
    public string FromInput(int stateBiases)
    {
        var product = Graph.MatMul(_n.X(), Graph.Transpose(Weights, 1, 0));
        return _n.Has(3) ? Graph.Add(product, Graph.Const(Biases(stateBiases), _gates * Hidden)) : product;
    }

    /// <summary>The bias of one gate for the state; zeros where there is none.</summary>
    public string StateBias(int gate)
    {
        var bias = new float[Hidden];
        if (_n.Has(3))
            _n.Fixed(3).Floats.AsSpan((int)(((_direction * 2 * _gates) + _gates + gate) * Hidden), (int)Hidden).CopyTo(bias);
        return Graph.Const(bias, Hidden);
    }

    /// <summary>An initial state; zeros where there is none.</summary>
    public string State(int input, string like) =>
        _n.Has(input) ? Own(_n.X(input), 0, axisStays: true) : Graph.Sub(Split(like)[0], Split(like)[0]);

    /// <summary>Each step of [steps, batch, …] as [1, batch, …].</summary>
    public string[] Split(string all) => Graph.Split(all, 0, [.. Enumerable.Repeat(1L, Steps)]);

    /// <summary>Gates of [steps, batch, gates × hidden], or of weights [gates × hidden, …] with axis 0.</summary>
    public string[] Gates(string all, long axis = 2) => Graph.Split(all, axis, [.. Enumerable.Repeat(Hidden, _gates)]);

    /// <summary>This direction's part of a tensor that has an axis of directions.</summary>
    public string Own(string all, int axis, bool axisStays)
    {
        var part = Graph.Split(all, axis, [.. Enumerable.Repeat(1L, _directions)])[_direction];
        return axisStays ? part : Graph.Squeeze(part, axis);
    }

    private float[] Biases(int stateBiases)
    {
        var all = _n.Fixed(3).Floats.AsSpan((int)(_direction * 2 * _gates * Hidden), (int)(2 * _gates * Hidden));
        var sum = all[..(int)(_gates * Hidden)].ToArray();
        for (var i = 0; i < stateBiases * Hidden; i++)
            sum[i] += all[(int)(_gates * Hidden) + i];
        return sum;
    }

    private string Part(int input, long columns)
    {
        var size = (int)(_gates * Hidden * columns);
        return Graph.Const(_n.Fixed(input).Floats.AsSpan(_direction * size, size).ToArray(), _gates * Hidden, columns);
    }
}
