using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Checks;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>Looks at weights without running them, and makes one report. All of it belongs to the fast tier: it is reading and arithmetic.</summary>
internal static class CheckpointRun
{
    private static readonly ICheckpointCheck[] All =
    [
        new DeclaredShapes(),
        new TargetModules(),
        new AdapterSpectra(),
        new TensorIdentity(),
        new RankOneEdits(),
        new EmbeddingRows(),
        new ChatTemplate(),
        new TokenizerDifference(),
    ];

    /// <summary>Runs the checks.</summary>
    /// <param name="context">The weights and what they are compared with.</param>
    /// <param name="tier">Off runs none.</param>
    /// <param name="only">Ids of the only ones; empty for all that concern such weights.</param>
    /// <param name="progress">Told the share of all that is done, 0 to 1.</param>
    public static BehaviorReport Of(CheckpointContext context, BehaviorTier tier, IReadOnlyList<string> only, Action<double> progress)
    {
        ICheckpointCheck[] checks = [.. All.Where(check => only.Count == 0 ? tier > BehaviorTier.Off && check.Concerns(context) : only.Contains(check.Id))];
        var results = new List<CheckResult>();
        foreach (var check in checks)
        {
            var done = results.Count;
            context.Progress = share => progress((done + Math.Clamp(share, 0, 1)) / checks.Length);
            results.Add(Result(check, context));
            context.Progress(1);
        }

        results.AddRange(only.Where(static id => !Array.Exists(All, check => check.Id == id))
            .Select(static id => new CheckResult(id, CheckOutcome.Skipped, "there is no such check for weights; known are " + string.Join(", ", All.Select(static check => check.Id)))));
        return new BehaviorReport
        {
            Verdict = BehaviorScore.Verdict(results, hasProbe: false),
            Score = BehaviorScore.Of(results),
            Tier = tier,
            Engine = BehaviorReport.NothingRun,
            Checks = results,
        };
    }

    private static CheckResult Result(ICheckpointCheck check, CheckpointContext context)
    {
        try
        {
            if (!check.Concerns(context))
                throw new CheckSkippedException(context.IsAdapter ? "it says nothing about adapters" : "it says nothing about such weights, or wants a reference");

            var result = check.Run(context);
            return result with { Words = Cut(result.Words) };
        }
        catch (Exception e) when (e is CheckSkippedException or BehaviorInputException or DamagedFileException or LimitExceededException)
        {
            return new CheckResult(check.Id, CheckOutcome.Skipped, Cut("was skipped: " + Printable.Message(e.Message)));
        }
    }

    private static string Cut(string words) => words.Length <= Wire.MaxMessage ? words : words[..Wire.MaxMessage];
}
