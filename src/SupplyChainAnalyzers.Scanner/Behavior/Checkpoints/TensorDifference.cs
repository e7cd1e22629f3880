namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>A tensor of a model against the one of the same name in its reference.</summary>
/// <param name="Name">Hostile.</param>
/// <param name="State">How they differ.</param>
/// <param name="Model">Null where it was removed.</param>
/// <param name="Reference">Null where it was added.</param>
internal sealed record TensorDifference(string Name, TensorState State, CheckpointTensor? Model, CheckpointTensor? Reference)
{
    /// <summary>Norm of the difference as a share of the reference's; NaN where there is none to be had.</summary>
    public double Relative { get; init; } = double.NaN;

    /// <summary>Whether both are matrices that can be subtracted.</summary>
    public bool IsMatrix => Model is { IsMatrix: true } && Reference is { IsMatrix: true } && State is TensorState.Changed or TensorState.Requantized;

    /// <summary>Every tensor of both, ordered by name.</summary>
    /// <param name="model">One.</param>
    /// <param name="reference">The other.</param>
    /// <param name="progress">Told the share that is done.</param>
    public static IReadOnlyList<TensorDifference> Between(Checkpoint model, Checkpoint reference, Action<double> progress)
    {
        var names = model.Tensors.Concat(reference.Tensors).Select(static tensor => tensor.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var all = new List<TensorDifference>(names.Length);
        foreach (var name in names)
        {
            all.Add(Of(name, model.Find(name), reference.Find(name)));
            progress((double)all.Count / names.Length);
        }

        return all;
    }

    /// <summary>The difference row by row, in the same array each time.</summary>
    public IEnumerable<float[]> Rows()
    {
        var rows = Model!.ReadRows().Zip(Reference!.ReadRows());
        float[]? difference = null;
        foreach (var (own, other) in rows)
        {
            difference ??= new float[own.Length];
            for (var i = 0; i < difference.Length; i++)
                difference[i] = own[i] - other[i];
            yield return difference;
        }
    }

    private static TensorDifference Of(string name, CheckpointTensor? model, CheckpointTensor? reference)
    {
        if (model is null || reference is null)
            return new TensorDifference(name, model is null ? TensorState.Removed : TensorState.Added, model, reference);
        if (!model.Shape.AsSpan().SequenceEqual(reference.Shape))
            return new TensorDifference(name, TensorState.Reshaped, model, reference);
        if (model.Type == reference.Type && model.Digest() == reference.Digest())
            return new TensorDifference(name, TensorState.Same, model, reference);

        var changed = new TensorDifference(name, model.Type == reference.Type ? TensorState.Changed : TensorState.Requantized, model, reference);
        return model.IsReadable && reference.IsReadable ? changed with { Relative = changed.Share() } : changed;
    }

    private double Share()
    {
        var (difference, whole) = (0.0, 0.0);
        foreach (var (own, other) in Model!.ReadRows().Zip(Reference!.ReadRows()))
        {
            for (var i = 0; i < own.Length; i++)
            {
                var delta = (double)own[i] - other[i];
                difference += delta * delta;
                whole += (double)other[i] * other[i];
            }
        }

        return whole > 0 ? Math.Sqrt(difference / whole) : difference > 0 ? double.PositiveInfinity : 0;
    }
}
