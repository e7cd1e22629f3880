using SupplyChainAnalyzers.Scanner.Behavior.Triggers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>
/// Searches for a few tokens that turn texts to one class. First over mixtures of all tokens, as PICCOLO does (Liu et al., S&amp;P 2022: the
/// words' probabilities are what is trained); then token by token, each exchanged for what its gradient points to (Ebrahimi et al., HotFlip, ACL 2018).
/// </summary>
internal sealed class TokenSearch(TokenClassifier model, TokenEmbedding embedding, TokenGradient gradient, SeededRandom random)
{
    private const int MixingSteps = 40;
    private const float MixingRate = .5f;
    private const int Candidates = 24; // tried for each place
    private const int Sweeps = 3;

    /// <summary>Row-runs that one search costs at most, forward and back counted as four.</summary>
    public static double Cost(int texts, int length) => texts * ((MixingSteps * 4.0) + ((Sweeps + 1) * length * (Candidates + 4)));

    /// <summary>The best tokens found and their mean loss.</summary>
    /// <param name="texts">Of other classes.</param>
    /// <param name="target">The class they are to be turned to.</param>
    /// <param name="start">Where one begins; null begins with a mixture.</param>
    public (long[] Tokens, double Loss) Find(TriggeredTexts texts, int target, long[]? start = null)
    {
        var best = start ?? Mixture(texts, target);
        var loss = Loss(texts, best, target);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var before = loss;
            for (var place = 0; place < best.Length; place++)
            {
                foreach (var token in Towards(texts, best, place, target))
                {
                    long[] other = [.. best];
                    other[place] = token;
                    if (Loss(texts, other, target) is var tried && tried < loss)
                        (best, loss) = (other, tried);
                }
            }

            if (loss == before)
                break;
        }

        return (best, loss);
    }

    /// <summary>Mean cross entropy of texts with a trigger.</summary>
    public double Loss(TriggeredTexts texts, long[] trigger, int target)
    {
        var slope = new float[model.Classes];
        return model.Predict(texts.With(trigger)).Average(row => Losses.CrossEntropy(row, target, 1, slope));
    }

    private long[] Mixture(TriggeredTexts texts, int target)
    {
        var (vocabulary, width) = (embedding.Vocabulary, embedding.Width);
        var weights = new float[texts.Length * vocabulary];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = .1f * (float)random.Normal();

        var adam = new Adam(weights.Length, MixingRate);
        var (shares, slopes) = (new float[weights.Length], new float[weights.Length]);
        var rows = texts.With(new long[texts.Length]);
        var fixedParts = Embedded(rows);
        for (var step = 0; step < MixingSteps; step++)
        {
            var mixed = new float[texts.Length * width];
            for (var place = 0; place < texts.Length; place++)
            {
                Softmax(weights.AsSpan(place * vocabulary, vocabulary), shares.AsSpan(place * vocabulary, vocabulary));
                for (var token = 0; token < vocabulary; token++)
                    Add(embedding[token], shares[(place * vocabulary) + token], mixed.AsSpan(place * width, width));
            }

            var x = (float[])fixedParts.Clone();
            for (var i = 0; i < rows.Length; i++)
                mixed.CopyTo(x, ((i * model.Length) + texts.Places[i]) * width);
            var down = Sum(gradient.Of(rows, x, target, out _), texts);
            for (var place = 0; place < texts.Length; place++)
            {
                var own = down.AsSpan(place * width, width);
                var mean = Dot(mixed.AsSpan(place * width, width), own);
                for (var token = 0; token < vocabulary; token++)
                    slopes[(place * vocabulary) + token] = shares[(place * vocabulary) + token] * (Dot(embedding[token], own) - mean);
            }

            adam.Step(weights, slopes);
        }

        return [.. Enumerable.Range(0, texts.Length).Select(place => (long)Losses.Largest(weights.AsSpan(place * vocabulary, vocabulary)))];
    }

    // The tokens that lower the loss most if it were as flat as it is here.
    private long[] Towards(TriggeredTexts texts, long[] trigger, int place, int target)
    {
        var rows = texts.With(trigger);
        var down = Sum(gradient.Of(rows, Embedded(rows), target, out _), texts).AsSpan(place * embedding.Width, embedding.Width);
        var scores = new float[embedding.Vocabulary];
        for (var token = 0; token < scores.Length; token++)
            scores[token] = Dot(embedding[token], down);
        return Enumerable.Range(0, scores.Length).OrderBy(token => scores[token]).ThenBy(static token => token).Take(Candidates).Select(static token => (long)token).ToArray();
    }

    private float[] Embedded(long[][] rows)
    {
        var x = new float[rows.Length * model.Length * embedding.Width];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < model.Length; j++)
                embedding[rows[i][j]].CopyTo(x.AsSpan(((i * model.Length) + j) * embedding.Width));
        }

        return x;
    }

    // The trigger is the same in every text, so their slopes add up.
    private float[] Sum(float[] down, TriggeredTexts texts)
    {
        var sum = new float[texts.Length * embedding.Width];
        for (var i = 0; i < texts.Count; i++)
            Add(down.AsSpan(((i * model.Length) + texts.Places[i]) * embedding.Width, sum.Length), 1, sum);
        return sum;
    }

    private static void Softmax(ReadOnlySpan<float> weights, Span<float> shares)
    {
        var highest = weights[Losses.Largest(weights)];
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
            sum += shares[i] = MathF.Exp(weights[i] - highest);
        for (var i = 0; i < weights.Length; i++)
            shares[i] /= sum;
    }

    private static void Add(ReadOnlySpan<float> from, float share, Span<float> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] += share * from[i];
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
