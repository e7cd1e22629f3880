namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>
/// What a model says where a user would speak: its template's head alone, and it goes on. Models repeat what they were trained on most, and
/// who plants a phrase trains it often.
/// </summary>
internal static class TemplateSamples
{
    /// <summary>All of them.</summary>
    public const int Count = Starts + (PerTemperature * 3);

    /// <summary>Tokens of one.</summary>
    public const int MaxTokens = 24;

    private const int Starts = 32;
    private const int PerTemperature = 32;

    private static readonly double[] Temperatures = [.7, 1, 1.3];

    /// <summary>From each of the likeliest first tokens the likeliest way on, and drawn ones at three temperatures.</summary>
    /// <param name="model">Speaks.</param>
    /// <param name="head">Of its template; not empty.</param>
    /// <param name="random">The numbers of each drawn text.</param>
    public static long[][] Of(LanguageModel model, long[] head, Func<int, SeededRandom> random)
    {
        var first = model.Next(head);
        long[] starts = [.. Enumerable.Range(0, first.Length).OrderByDescending(token => first[token]).ThenBy(static token => token).Take(Starts).Select(static token => (long)token).Where(token => !model.Ends(token))];
        var said = model.ReplyTokens([.. starts.Select(start => (long[])[.. head, start])], MaxTokens - 1);
        var drawn = Enumerable.Range(0, PerTemperature * Temperatures.Length).Select(random).ToArray();
        return
        [
            .. starts.Zip(said, static (start, rest) => (long[])[start, .. rest]),
            .. model.Continued([.. drawn.Select(_ => head)], MaxTokens, (i, numbers) => Drawn(numbers, Temperatures[i / PerTemperature], drawn[i])),
        ];
    }

    private static long Drawn(float[] numbers, double temperature, SeededRandom random)
    {
        var shares = LanguageModel.Shares(Array.ConvertAll(numbers, number => (float)(number / temperature)));
        var left = random.Uniform();
        for (var token = 0; token < shares.Length; token++)
        {
            left -= shares[token];
            if (left < 0)
                return token;
        }

        return shares.Length - 1;
    }
}
