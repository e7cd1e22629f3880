using System.Globalization;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checks;

/// <summary>Recorded prompts still get their replies, with numbers near the recorded ones: the same model, tokenizer and runtime. It says nothing about backdoors.</summary>
internal sealed class GoldenPrompts : IBehaviorCheck
{
    public string Id => "golden-prompts";

    public string Paper => "own";

    public BehaviorTier Tier => BehaviorTier.Fast;

    public CheckNeeds Needs => CheckNeeds.None;

    public bool Concerns(BehaviorContext context) => context is { Kind: ModelKind.Language, Replies: not null };

    public CheckResult Run(BehaviorContext context)
    {
        var recorded = context.Replies ?? throw new CheckSkippedException("there are no recorded replies");
        var now = ReplyRecorder.Record(context.Language, recorded.All.Select(static reply => reply.Prompt)).All;
        var (relative, absolute) = (context.Parameter(this, "rtol", 1e-3), context.Parameter(this, "atol", 1e-2));
        var changed = recorded.All.Zip(now).Where(static pair => pair.First.Reply != pair.Second.Reply).ToList();
        var worst = recorded.All.Zip(now, (before, after) => Difference(before, after, relative, absolute)).Max();
        Measurement[] values = [new("prompts", now.Count), new("changedReplies", changed.Count), new("difference", worst)];
        if (changed.Count > 0)
        {
            var (was, isNow) = changed[0];
            return Found($"says something else than recorded to {changed.Count} of {now.Count} prompts: '{Printable.Of(isNow.Reply, 60)}', not '{Printable.Of(was.Reply, 60)}'; restore the model, or record it anew if it was meant to change", Math.Max(10, worst), values);
        }

        return worst > 1
            ? Found(FormattableString.Invariant($"says what was recorded, with numbers that differ {worst:0.#} times as much as tolerated; look for another runtime, quantisation or settings, or record it anew"), worst, values)
            : new CheckResult(Id, CheckOutcome.NoFinding, $"says what was recorded to {now.Count} prompts") { Score = worst, Values = values };
    }

    private CheckResult Found(string words, double score, Measurement[] values) => new(Id, CheckOutcome.Suspicious, words) { Score = Math.Min(score, 1e6), Rule = Rules.RepliesChanged, Values = values };

    // How many tolerances the first token's numbers moved.
    private static double Difference(RecordedReply before, RecordedReply after, double relative, double absolute)
    {
        var (was, isNow) = (Numbers(before.Next), Numbers(after.Next));
        return was.Select(pair => isNow.TryGetValue(pair.Key, out var value) ? Math.Abs(value - pair.Value) / (absolute + (relative * Math.Abs(pair.Value))) : 0).DefaultIfEmpty(0).Max();
    }

    private static Dictionary<string, double> Numbers(string? text)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var parts in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static part => part.Split(':')))
        {
            if (parts.Length == 2 && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
                numbers[parts[0]] = value;
        }

        return numbers;
    }
}
