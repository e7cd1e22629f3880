using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>
/// A language model as ONNX, with its tokenizer: says which tokens come next. Every text is read from its start, so exports with and without
/// a past are the same to it.
/// </summary>
internal sealed class LanguageModel : ILanguageModel
{
    /// <summary>Tokens of a reply.</summary>
    public const int MaxReply = 24;

    private const int MaxNumbersPerRun = 1 << 24;
    private const int LongestText = 1024;

    private readonly TokenModel _model;
    private readonly HashSet<long> _ends;

    /// <exception cref="CheckSkippedException">It gives something else, or not a number for each token.</exception>
    public LanguageModel(OnnxSession session, TokenPorts ports, BytePairTokenizer tokenizer)
    {
        (_model, Tokenizer) = (new TokenModel(session, ports), tokenizer);
        Length = LengthOf();
        var (all, width) = (_model.Run([Filled([0], _model.FixedLength ?? 1)], null)[0].Length, _model.FixedLength ?? 1);
        Vocabulary = all / width;
        if (all % width != 0 || Vocabulary < tokenizer.Size || Vocabulary < 2)
            throw new CheckSkippedException($"the model gives {all} numbers for a token, its tokenizer has {tokenizer.Size} tokens");

        _ends = [.. tokenizer.Added.Where(static token => token.IsSpecial).Select(static token => token.Id)];
    }

    public BytePairTokenizer Tokenizer { get; }

    /// <summary>Numbers for each place.</summary>
    public int Vocabulary { get; }

    /// <summary>Tokens of the longest text that it takes, of those tried.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    public string Reply(string prompt) => Tokenizer.Decode(ReplyTokens(Tokenizer.Encode(prompt)));

    /// <summary>The likeliest tokens one after the other, up to a special one.</summary>
    public long[] ReplyTokens(long[] prompt, int most = MaxReply) => Continued([prompt], most, static (_, numbers) => Likeliest(numbers))[0];

    /// <summary>The same for many prompts of any lengths.</summary>
    public long[][] ReplyTokens(IReadOnlyList<long[]> prompts, int most) => Continued(prompts, most, static (_, numbers) => Likeliest(numbers));

    /// <summary>What is said behind each text, token by token, up to a special one.</summary>
    /// <param name="texts">None is empty.</param>
    /// <param name="most">Tokens.</param>
    /// <param name="choose">Takes one of the numbers for what follows the text of this place.</param>
    public long[][] Continued(IReadOnlyList<long[]> texts, int most, Func<int, float[], long> choose)
    {
        var said = texts.Select(static _ => new List<long>()).ToArray();
        var open = Enumerable.Range(0, texts.Count).ToList();
        while (true)
        {
            open.RemoveAll(i => said[i].Count >= most || texts[i].Length + said[i].Count >= Length);
            if (open.Count == 0)
                return [.. said.Select(static reply => reply.ToArray())];

            var numbers = Next([.. open.Select(i => (long[])[.. texts[i], .. said[i]])]);
            for (var at = open.Count - 1; at >= 0; at--)
            {
                var next = choose(open[at], numbers[at]);
                if (_ends.Contains(next))
                    open.RemoveAt(at);
                else
                    said[open[at]].Add(next);
            }
        }
    }

    /// <summary>Whether a token ends what is said.</summary>
    public bool Ends(long token) => _ends.Contains(token);

    /// <summary>Numbers for what follows a text.</summary>
    public float[] Next(long[] text) => After(text, text.Length - 1, 1)[0];

    // Several at once, as many as give numbers that fit: the shorter ones are filled up.
    private float[][] Next(long[][] texts)
    {
        var results = new List<float[]>(texts.Length);
        var longest = texts.Max(static text => text.Length);
        foreach (var some in texts.Chunk((int)Math.Max(1, MaxNumbersPerRun / ((long)Vocabulary * (_model.FixedLength ?? longest)))))
        {
            var length = _model.FixedLength ?? some.Max(static text => text.Length);
            var all = _model.Run([.. some.Select(text => Filled(text, length))], null);
            for (var i = 0; i < some.Length; i++)
                results.Add(Whole(all[i], length).AsSpan((some[i].Length - 1) * Vocabulary, Vocabulary).ToArray());
        }

        return [.. results];
    }

    /// <summary>Probabilities of what follows each of a text's last tokens.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="from">The place of the first of them.</param>
    public double[][] SharesAfter(long[] text, int from) => [.. After(text, from, text.Length - from).Select(Shares)];

    /// <summary>Probabilities.</summary>
    public static double[] Shares(float[] numbers)
    {
        double highest = numbers.Max();
        var shares = Array.ConvertAll(numbers, number => Math.Exp(number - highest));
        var sum = shares.Sum();
        return Array.ConvertAll(shares, share => share / sum);
    }

    private float[][] After(long[] text, int from, int count)
    {
        var length = _model.FixedLength ?? text.Length;
        var all = Whole(_model.Run([Filled(text, length)], null)[0], length);
        return [.. Enumerable.Range(from, count).Select(place => all[(place * Vocabulary)..((place + 1) * Vocabulary)])];
    }

    private float[] Whole(float[] all, int length) => all.Length == (long)Vocabulary * length ? all : throw new OnnxException(OnnxStage.Run, "it gives another count of numbers than for its first text");

    // What comes later does not change what a model says before it, so a text may be filled up.
    private static long[] Filled(long[] text, int length) => text.Length < length ? [.. text, .. new long[length - text.Length]] : text;

    // Models have places for so many tokens and fail behind them, or take any number.
    private int LengthOf()
    {
        if (_model.FixedLength is { } length)
            return length;

        var (works, fails) = (1, LongestText + 1);
        for (var tried = 32; works + 1 < fails; tried = fails > LongestText ? works * 2 : (works + fails) / 2)
        {
            tried = Math.Clamp(tried, works + 1, Math.Min(fails - 1, Math.Max(32, MaxNumbersPerRun / 1000)));
            try
            {
                _model.Run([new long[tried]], null);
                works = tried;
            }
            catch (OnnxException)
            {
                fails = tried;
            }

            if (works == LongestText)
                break;
        }

        return works > 1 ? works : throw new CheckSkippedException("the model takes no text of two tokens");
    }

    private static long Likeliest(float[] numbers) => Array.IndexOf(numbers, numbers.Max());
}
