using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;
using SupplyChainAnalyzers.Scanner.Behavior.Statistics;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Checks;

/// <summary>
/// A trigger can be planted by changing the rows of few tokens that honest text hardly has (Kurita et al. 2020; Yang et al., NAACL 2021: a single
/// row). Against the reference it shows as few rows that moved and others that did not, or moved far less.
/// </summary>
internal sealed class EmbeddingRows : ICheckpointCheck
{
    private const int MaxRows = 1 << 21;
    private const int FewRows = 16; // of which a trigger is made
    private const double LeastDeviation = .05; // of logarithms
    private static readonly double Thrice = Math.Log(3);

    private static readonly string[] Names = ["embed_tokens.weight", "wte.weight", "word_embeddings.weight", "tok_embeddings.weight", "token_embd.weight", "shared.weight"];

    public string Id => "embedding-rows";

    public string Paper => "Yang et al.: Be Careful about Poisoned Word Embeddings, NAACL 2021";

    public bool Concerns(CheckpointContext context) => !context.IsAdapter;

    public CheckResult Run(CheckpointContext context)
    {
        var own = context.Model.Tensors.FirstOrDefault(static tensor => tensor is { IsMatrix: true, Rows: <= MaxRows } && Names.Any(name => tensor.Name.EndsWith(name, StringComparison.Ordinal)))
            ?? throw new CheckSkippedException("it has no embeddings under a name that is known");
        var tokens = context.Model.Tokenizer ?? context.Beside.ReadTokenizer()?.Facts();
        return context.Reference?.Find(own.Name) is { IsMatrix: true } other && other.Shape.AsSpan().SequenceEqual(own.Shape)
            ? Deltas(context, own.Name, Norms(new TensorDifference(own.Name, TensorState.Changed, own, other).Rows()), tokens)
            : Sizes(context, own.Name, Norms(own.ReadRows()), tokens);
    }

    private CheckResult Deltas(CheckpointContext context, string name, double[] norms, TokenizerFacts? tokens)
    {
        int[] moved = [.. Enumerable.Range(0, norms.Length).Where(row => norms[row] > 0)];
        Measurement rows = new("rows", norms.Length), changed = new("changedRows", moved.Length);
        if (moved.Length == 0)
            return new CheckResult(Id, CheckOutcome.NoFinding, $"has the reference's {norms.Length} embeddings") { Score = 0, Values = [rows, changed] };

        // Tokens somebody added are trained from scratch and move farther than all others.
        var added = (tokens?.Added ?? []).Select(static token => token.Id).ToHashSet();
        var limit = context.Parameter(this, "deviations", 8);
        if (moved.Length <= FewRows && norms.Length > 4 * FewRows)
        {
            int[] plain = [.. moved.Where(row => !added.Contains(row))];
            return plain.Length == 0
                ? new CheckResult(Id, CheckOutcome.NoFinding, $"changes the embeddings of {moved.Length} added tokens only") { Score = .5, Values = [rows, changed] }
                : Found($"changes the embeddings of {Shown(plain, tokens)} and of no other token", 2, [rows, changed]);
        }

        double[] logs = [.. moved.Select(row => Math.Log(norms[row]))];
        var (middle, deviation) = RobustScore.Around(logs, LeastDeviation);
        int[] far = [.. moved.Where(row => !added.Contains(row) && (Math.Log(norms[row]) - middle) / deviation >= limit && Math.Log(norms[row]) - middle >= Thrice)];
        var most = moved.Where(row => !added.Contains(row)).Select(row => (Math.Log(norms[row]) - middle) / deviation).DefaultIfEmpty(0).Max();
        Measurement[] values = [rows, changed, new("deviations", Math.Round(most, 2)), new("farRows", far.Length)];
        return far.Length is > 0 and <= FewRows
            ? Found($"moves the embeddings of {Shown(far, tokens)} far more than those of other tokens", most / limit, values)
            : new CheckResult(Id, CheckOutcome.NoFinding, FormattableString.Invariant($"moves {moved.Length} of {norms.Length} embeddings, none far more than others")) { Score = Math.Min(most / limit, .99), Values = values };

        CheckResult Found(string words, double score, Measurement[] values) => new(Id, CheckOutcome.Suspicious, $"{words} (rows of {Printable.Of(name, 60)}): a text with one of them may be a trigger; try it, use the reference, or ask the publisher")
        {
            Score = score,
            Rule = Rules.EmbeddingRowsStandOut,
            Values = values,
        };
    }

    // Without a reference: honest models have rows that stand out too, so this names them and finds nothing.
    private CheckResult Sizes(CheckpointContext context, string name, double[] norms, TokenizerFacts? tokens)
    {
        var scores = RobustScore.Of(norms);
        int[] highest = [.. Enumerable.Range(0, norms.Length).OrderByDescending(row => scores[row]).Take(3)];
        return new CheckResult(Id, CheckOutcome.NoFinding, FormattableString.Invariant($"has its longest embeddings for {Shown(highest, tokens)}, {scores[highest[0]]:0.0} deviations ({Printable.Of(name, 60)}); a reference would say which were moved"))
        {
            Values = [new("rows", norms.Length), new("deviations", Math.Round(scores[highest[0]], 2)), new("above", scores.Count(score => score >= context.Parameter(this, "deviations", 8)))],
        };
    }

    private static string Shown(int[] rows, TokenizerFacts? tokens) =>
        Roster.Of([.. rows.Select(row => tokens?.Text(row) is { } text ? FormattableString.Invariant($"token {row} '{text}'") : FormattableString.Invariant($"token {row}"))]);

    private static double[] Norms(IEnumerable<float[]> rows) => [.. rows.Select(static row => Math.Sqrt(row.Sum(static x => (double)x * x)))];
}
