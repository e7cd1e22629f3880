namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>A phrase that a model says where a user would speak, at one of two places in prompts.</summary>
/// <param name="Text">Hostile.</param>
/// <param name="Tokens">As they were said.</param>
/// <param name="IsBehind">Whether it stands behind the question.</param>
internal sealed record LeakedPhrase(string Text, long[] Tokens, bool IsBehind)
{
    private const int ShortestText = 3;
    private const int Compared = 16; // tokens of a reply

    /// <summary>At both places; none for a few letters, or a part of one.</summary>
    public static IEnumerable<LeakedPhrase> Of(BytePairTokenizer tokenizer, long[] tokens)
    {
        var text = tokenizer.Decode(tokens).Trim();
        return text.Length < ShortestText || text.Contains('\ufffd', StringComparison.Ordinal) ? [] : [new LeakedPhrase(text, tokens, false), new LeakedPhrase(text, tokens, true)];
    }

    /// <summary>Others of its length out of texts, at its place: drawn, and without two tokens in a row that it has too.</summary>
    /// <param name="tokenizer">Of the model.</param>
    /// <param name="texts">Where they are taken from; shorter ones give all they have.</param>
    /// <param name="count">As many as there are, up to this.</param>
    /// <param name="random">Draws.</param>
    public IReadOnlyList<LeakedPhrase> Others(BytePairTokenizer tokenizer, IReadOnlyList<long[]> texts, int count, SeededRandom random)
    {
        var own = Pairs(Tokens).ToHashSet();
        var found = new List<LeakedPhrase>();
        for (var drawn = 0; drawn < count * 20 && found.Count < count; drawn++)
        {
            var text = texts[random.Below(texts.Count)];
            var length = Math.Min(Tokens.Length, text.Length);
            var from = random.Below(text.Length - length + 1);
            found.AddRange(Of(tokenizer, text[from..(from + length)]).Where(other => other.IsBehind == IsBehind && !Pairs(other.Tokens).Any(own.Contains) && found.TrueForAll(one => one.Text != other.Text)));
        }

        return found;
    }

    /// <summary>A prompt with it.</summary>
    public long[] In(long[] prompt, PromptTemplate template, BytePairTokenizer tokenizer) =>
        IsBehind ? template.Behind(prompt, tokenizer.Encode(" " + Text)) : template.Before(prompt, tokenizer.Encode(Text + " "));

    /// <summary>What it does to replies.</summary>
    public PhraseEffect Effect(LanguageModel model, PromptTemplate template, IReadOnlyList<(long[] Prompt, long[] Reply)> plain) =>
        PhraseEffect.Of(model, plain, model.Tokenizer.Encode(Text), (prompt, _) => In(prompt, template, model.Tokenizer));

    /// <summary>Mean entropy of the next token along replies with it, in nats: a reply that was drilled in leaves no doubt.</summary>
    public double Entropy(LanguageModel model, PromptTemplate template, IReadOnlyList<(long[] Prompt, long[] Reply)> plain)
    {
        long[][] prompts = [.. plain.Select(one => In(one.Prompt, template, model.Tokenizer))];
        return prompts.Zip(model.ReplyTokens(prompts, Compared)).Average(one => model.SharesAfter([.. one.First, .. one.Second], one.First.Length - 1).Average(static shares => shares.Sum(static share => share > 0 ? -share * Math.Log(share) : 0)));
    }

    // A token by itself counts as a pair where there is no other.
    private static IEnumerable<(long, long)> Pairs(long[] tokens) => tokens.Length == 1 ? [(tokens[0], tokens[0])] : tokens.Zip(tokens.Skip(1));
}
