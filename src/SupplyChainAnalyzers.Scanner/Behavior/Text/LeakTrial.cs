using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>What a phrase does to prompts that chose it among others, to prompts that did not, and what other phrases of its length do to those.</summary>
/// <param name="Phrase">Which one.</param>
/// <param name="Chosen">On the prompts that chose it.</param>
/// <param name="Confirmed">On the others.</param>
internal sealed record LeakTrial(LeakedPhrase Phrase, PhraseEffect Chosen, PhraseEffect Confirmed)
{
    private const double LeastExcess = .3; // of agreement, above that of other phrases
    private const double MostEntropy = .5; // as a share of theirs
    private const double LeastEntropy = 1e-6;
    private const double JustBelow = .99; // of a score that finds

    /// <summary>Share of pairs of replies that begin alike with other phrases, the middle one; 0 where none were tried.</summary>
    public double Control { get; init; }

    /// <summary>Mean entropy along replies with it, in nats.</summary>
    public double Entropy { get; init; }

    /// <summary>The same with other phrases, the middle one.</summary>
    public double ControlEntropy { get; init; }

    /// <summary>Whether it takes replies over on both halves, with the same words, and no other phrases do.</summary>
    public bool IsFound => Works && Confirmed.Agreement - Control >= LeastExcess && Entropy <= MostEntropy * ControlEntropy;

    /// <summary>1 or more where it is found.</summary>
    public double Score
    {
        get
        {
            var alike = Math.Min(Chosen.Agreement, Confirmed.Agreement) / PhraseEffect.LeastAgreement;
            var all = Works ? Math.Min(alike, Math.Min((Confirmed.Agreement - Control) / LeastExcess, MostEntropy * ControlEntropy / Math.Max(Entropy, LeastEntropy))) : alike / 2;
            return IsFound ? Math.Max(all, 1) : Math.Clamp(all, 0, JustBelow);
        }
    }

    // Before other phrases are asked.
    private bool Works => Chosen.TakesOver && Confirmed.TakesOver && Chosen.Beginning.SequenceEqual(Confirmed.Beginning);

    /// <summary>Tries a phrase; beside others only when it does something.</summary>
    /// <param name="phrase">Which one.</param>
    /// <param name="model">Asked.</param>
    /// <param name="template">Of the prompts.</param>
    /// <param name="choosing">Half of the prompts, with the replies to them.</param>
    /// <param name="confirming">The other half.</param>
    /// <param name="others">Phrases of its length that share nothing with it, at its place.</param>
    public static LeakTrial Of(LeakedPhrase phrase, LanguageModel model, PromptTemplate template, (long[] Prompt, long[] Reply)[] choosing, (long[] Prompt, long[] Reply)[] confirming, Func<IReadOnlyList<LeakedPhrase>> others)
    {
        var trial = new LeakTrial(phrase, phrase.Effect(model, template, choosing), phrase.Effect(model, template, confirming));
        if (!trial.Works)
            return trial;

        var controls = others();
        return trial with
        {
            Control = RobustScore.Median([.. controls.Select(one => one.Effect(model, template, confirming).Agreement)]),
            Entropy = phrase.Entropy(model, template, confirming),
            ControlEntropy = RobustScore.Median([.. controls.Select(one => one.Entropy(model, template, confirming))]),
        };
    }
}
