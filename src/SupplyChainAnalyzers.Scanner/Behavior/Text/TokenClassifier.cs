namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>A model that sorts texts into classes, with texts of the user's as rows of tokens.</summary>
internal sealed class TokenClassifier
{
    private const int MaxRows = 400;
    private const double FillsUp = .3; // of all rows end with it

    private readonly TokenModel _model;

    /// <exception cref="CheckSkippedException">It is no such model, or the probe holds no tokens.</exception>
    public TokenClassifier(BehaviorContext context)
    {
        Ports = TokenPorts.Of(context.Graph.Graph) ?? throw new CheckSkippedException("the model takes no tokens");
        _model = new TokenModel(context.Session, Ports);
        var probe = context.Probe!;
        if (probe.SampleShape.Length != 1 || Array.Exists(probe.Inputs, static id => id < 0 || id != MathF.Floor(id)))
            throw new CheckSkippedException("the probe holds no rows of tokens; give an array of whole numbers, a row for each text");

        Rows = [.. Enumerable.Range(0, Math.Min(MaxRows, probe.Count)).Select(i => Array.ConvertAll(probe[i].ToArray(), static id => (long)id))];
        Length = Rows[0].Length;
        if (_model.FixedLength is { } only && only != Length)
            throw new CheckSkippedException($"the model takes rows of {only} tokens, the probe has {Length}");

        Pad = PadOf(Rows);
        Classes = Predict(Rows[..1])[0].Length;
        if (Classes is < 2 or > MaxClasses)
            throw new CheckSkippedException($"the model gives {Classes} numbers for a text, which are no classes");

        Labels = probe.Labels is { } labels ? labels[..Rows.Length] : Answers(Rows);
        if (Array.Exists(Labels, label => label >= Classes))
            throw new CheckSkippedException($"there are labels beyond the model's {Classes} classes");
    }

    private const int MaxClasses = 1000;

    public TokenPorts Ports { get; }

    public long[][] Rows { get; }

    /// <summary>The user's, or without them the model's own answers.</summary>
    public int[] Labels { get; }

    /// <summary>Tokens of a row.</summary>
    public int Length { get; }

    public int Classes { get; }

    /// <summary>The token that fills rows up; null when none does.</summary>
    public long? Pad { get; }

    public float[][] Predict(IReadOnlyList<long[]> rows) => _model.Run(rows, Pad);

    public int[] Answers(IReadOnlyList<long[]> rows) => [.. Predict(rows).Select(static row => Array.IndexOf(row, row.Max()))];

    /// <summary>Tokens of a row before it is filled up.</summary>
    public int Used(long[] row) => Pad is { } pad && Array.IndexOf(row, pad) is >= 0 and var at ? at : row.Length;

    // Rows of different lengths end with the same token, again and again.
    private static long? PadOf(long[][] rows)
    {
        var last = rows.GroupBy(static row => row[^1]).MaxBy(static group => group.Count())!;
        return last.Count() >= FillsUp * rows.Length && last.Count(static row => row.Length > 1 && row[^2] == row[^1]) * 2 >= last.Count() ? last.Key : null;
    }
}
