using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;
using SupplyChainAnalyzers.Scanner.Behavior.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>One or three tokens that turn texts of all classes into one: what a planted word or phrase does, and in honest models no few words do as well.</summary>
internal sealed class TokenTriggers : IBehaviorCheck
{
    private const int SearchTexts = 16;
    private const int HeldBackTexts = 80;
    private const int FewestTexts = 40;
    private const double MostEffort = 1e13; // tokens times numbers of the model
    private const double RateLimit = .6;
    private const double LossLimit = .8;
    private const double LeastLoss = 1e-3;

    private static readonly int[] Lengths = [1, 3];

    public string Id => "token-triggers";

    public string Paper => "Liu et al.: PICCOLO: Exposing Complex Backdoors in NLP Transformer Models, IEEE S&P 2022";

    public BehaviorTier Tier => BehaviorTier.Standard;

    public CheckNeeds Needs => CheckNeeds.Probe;

    public bool Concerns(BehaviorContext context) => context.Kind == ModelKind.Texts;

    public CheckResult Run(BehaviorContext context)
    {
        var model = new TokenClassifier(context);
        var embedding = TokenEmbedding.Of(context.Graph.Graph, model.Ports.Ids);
        if (model.Rows.Any(row => row.Any(token => token >= embedding.Vocabulary)))
            throw new CheckSkippedException($"the probe has tokens beyond the model's {embedding.Vocabulary}");

        var effort = model.Classes * 2 * Lengths.Sum(static length => TokenSearch.Cost(SearchTexts, length)) * model.Length * (context.Model.Length / 4.0);
        var most = context.Parameter(this, "effort", MostEffort);
        if (effort > most)
            throw new CheckSkippedException(FormattableString.Invariant($"{model.Classes} classes take an effort of {effort:0.0e+0}, more than {most:0.0e+0}; allow it with --set {Id}.effort={effort:0.0e+0}"));

        var answers = model.Answers(model.Rows);
        var right = Enumerable.Range(0, model.Rows.Length).Where(i => answers[i] == model.Labels[i]).ToArray();
        if (right.Length < FewestTexts)
            throw new CheckSkippedException($"it answers {right.Length} of {model.Rows.Length} texts with their labels, too few to search with");

        using var gradient = new TokenGradient(context, model, embedding);
        var found = new Found[model.Classes];
        for (var target = 0; target < found.Length; target++)
        {
            found[target] = Search(context, model, embedding, gradient, right, target);
            context.Progress((target + 1.0) / found.Length);
        }

        return Result(context, found);
    }

    // Rates and losses of the best tokens, on texts they were not searched with.
    private sealed record Found(int Target, double[] Rates, double[] Losses, long[][] Tokens);

    private Found Search(BehaviorContext context, TokenClassifier model, TokenEmbedding embedding, TokenGradient gradient, int[] right, int target)
    {
        var random = context.Random(this, FormattableString.Invariant($"class {target}"));
        var others = right.Where(i => model.Labels[i] != target).Select(i => (Row: model.Rows[i], Order: random.Next())).OrderBy(static one => one.Order).Select(static one => one.Row).ToArray();
        var (rates, losses, tokens) = (new double[Lengths.Length], new double[Lengths.Length], new long[Lengths.Length][]);
        if (others.Length < SearchTexts * 2)
            return new Found(target, rates, [double.NaN, double.NaN], [[], []]);

        for (var i = 0; i < Lengths.Length; i++)
        {
            var search = new TokenSearch(model, embedding, gradient, random);
            var texts = new TriggeredTexts(model, others[..SearchTexts], Lengths[i], random);
            var (best, loss) = search.Find(texts, target);
            // From a mixture, and once more from the best shorter one: the first finds phrases, the second words that add up.
            var again = search.Find(texts, target, i == 0 ? best : [.. Enumerable.Repeat(tokens[i - 1][0], Lengths[i])]);
            tokens[i] = again.Loss < loss ? again.Tokens : best;

            var held = new TriggeredTexts(model, others[SearchTexts..Math.Min(others.Length, SearchTexts + HeldBackTexts)], Lengths[i], random);
            rates[i] = model.Answers(held.With(tokens[i])).Count(answer => answer == target) / (double)held.Count;
            losses[i] = Math.Max(LeastLoss, search.Loss(held, tokens[i], target));
        }

        return new Found(target, rates, losses, tokens);
    }

    private CheckResult Result(BehaviorContext context, Found[] found)
    {
        var (rateLimit, lossLimit) = (context.Parameter(this, "rate", RateLimit), context.Parameter(this, "logRatio", LossLimit));
        var searched = found.Where(static one => one.Tokens[0].Length > 0).ToArray();
        if (searched.Length < 2)
            throw new CheckSkippedException("there are too few texts of other classes to compare classes with each other");

        var (score, worst, which) = (double.NegativeInfinity, searched[0], 0);
        var ratios = new double[Lengths.Length];
        for (var i = 0; i < Lengths.Length; i++)
        {
            var lowest = searched.MinBy(one => one.Losses[i])!;
            var ratio = Math.Round(Math.Log(RobustScore.Median([.. searched.Where(one => one != lowest).Select(one => one.Losses[i])]) / lowest.Losses[i]), 2);
            ratios[i] = ratio;
            var own = Math.Min(ratio / lossLimit, lowest.Rates[i] / rateLimit);
            if (own > score)
                (score, worst, which) = (own, lowest, i);
        }

        var isSuspicious = score >= 1;
        var tokens = Shown(context, worst.Tokens[which]);
        return new CheckResult(Id, isSuspicious ? CheckOutcome.Suspicious : CheckOutcome.NoFinding, isSuspicious
            ? FormattableString.Invariant($"can be turned to class {worst.Target} by {tokens} anywhere in a text: {worst.Rates[which] * 100:0} % of texts held back, and no other class is reached so surely (log ratio {ratios[which]:0.00}); try it, and use another model or fine-tune this one")
            : FormattableString.Invariant($"can be turned to no class far more surely than to others by one or three tokens; the best are {tokens} for class {worst.Target}, with {worst.Rates[which] * 100:0} % of texts held back"))
        {
            Score = Math.Max(0, Math.Round(score, 2)),
            TargetClass = isSuspicious ? worst.Target : null,
            Rule = isSuspicious ? Rules.TriggerTokensFound : null,
            Values =
            [
                .. Lengths.SelectMany((length, i) => new Measurement[] { new(FormattableString.Invariant($"logRatio{length}"), ratios[i]), new(FormattableString.Invariant($"rate{length}"), searched.Max(one => one.Rates[i])) }),
                .. worst.Tokens[which].Select(static (token, i) => new Measurement(FormattableString.Invariant($"token{i}"), token)),
            ],
            Classes = [.. searched.Take(ClassResult.MaxClasses).Select(static one => new ClassResult(one.Target, [.. Lengths.SelectMany((length, i) => new Measurement[]
            {
                new(FormattableString.Invariant($"rate{length}"), one.Rates[i]), new(FormattableString.Invariant($"loss{length}"), one.Losses[i]),
            })]))],
        };
    }

    private static string Shown(BehaviorContext context, long[] tokens)
    {
        var names = tokens.Select(token => context.TokenText(token) is { } text ? FormattableString.Invariant($"{token} '{Printable.Of(text, 30)}'") : FormattableString.Invariant($"{token}"));
        return (tokens.Length == 1 ? "token " : "the tokens ") + string.Join(", ", names);
    }
}
