namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>Texts with room for a trigger, each at a place of its own: who plants one puts it anywhere.</summary>
internal sealed class TriggeredTexts
{
    private readonly long[][] _rows;
    private readonly int[] _used;

    /// <param name="model">Says how rows end.</param>
    /// <param name="rows">Tokens.</param>
    /// <param name="length">Tokens of the trigger.</param>
    /// <param name="random">Chooses the places.</param>
    public TriggeredTexts(TokenClassifier model, IEnumerable<long[]> rows, int length, SeededRandom random)
    {
        _rows = [.. rows];
        _used = [.. _rows.Select(row => Math.Max(2, Math.Min(model.Used(row), row.Length - length)))];
        Places = [.. _used.Select(used => 1 + random.Below(used - 1))];
        Length = length;
    }

    /// <summary>Tokens of the trigger.</summary>
    public int Length { get; }

    /// <summary>Where it begins in each text: behind the first token, before the last.</summary>
    public int[] Places { get; }

    public int Count => _rows.Length;

    /// <summary>The texts with a trigger in them; what does not fit behind it falls out before the last token.</summary>
    public long[][] With(long[] trigger)
    {
        var texts = new long[_rows.Length][];
        for (var i = 0; i < texts.Length; i++)
        {
            var (row, text) = (_rows[i], (long[])_rows[i].Clone());
            trigger.CopyTo(text, Places[i]);
            row.AsSpan(Places[i], _used[i] - Places[i]).CopyTo(text.AsSpan(Places[i] + trigger.Length));
            if (_used[i] + trigger.Length == row.Length && row.Length > Places[i] + trigger.Length)
                text[^1] = row[^1];
            texts[i] = text;
        }

        return texts;
    }
}
