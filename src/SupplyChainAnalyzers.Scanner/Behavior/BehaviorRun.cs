using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Agreement;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>Runs the checks of a tier one after the other and makes one report of their results.</summary>
internal static class BehaviorRun
{
    /// <summary>Runs the checks.</summary>
    /// <param name="context">The model and what it is checked with.</param>
    /// <param name="tier">All checks up to this one.</param>
    /// <param name="only">Ids of the only ones, whatever their tier; empty for all.</param>
    /// <param name="progress">Told the share of all that is done, 0 to 1.</param>
    public static BehaviorReport Of(BehaviorContext context, BehaviorTier tier, IReadOnlyList<string> only, Action<double> progress)
    {
        IBehaviorCheck[] checks = [.. BehaviorChecks.All.Where(check => only.Count == 0 ? check.Tier <= tier && check.Concerns(context) && IsAsked(check, context) : only.Contains(check.Id) || (only.Contains(ClassAgreement.Id) && ClassAgreement.Looks.Any(look => look.Check == check.Id)))];
        var results = new List<CheckResult>();
        for (var i = 0; i < checks.Length; i++)
        {
            var done = i;
            context.Progress = share => progress((done + Math.Clamp(share, 0, 1)) / checks.Length);
            results.Add(Result(checks[i], context));
            context.Progress(1);
        }

        if ((only.Count == 0 || only.Contains(ClassAgreement.Id)) && Agreement(context, checks, results) is { } agreement)
            results.Add(agreement);
        results.AddRange(only.Where(id => id != ClassAgreement.Id && !BehaviorChecks.All.Any(check => check.Id == id))
            .Select(static id => new CheckResult(id, CheckOutcome.Skipped, "there is no such check; known are " + string.Join(", ", BehaviorChecks.All.Select(static check => check.Id)))));
        return new BehaviorReport
        {
            Verdict = BehaviorScore.Verdict(results, context.Probe is not null || (context.Kind == ModelKind.Language && context.Prompts is not null)),
            Score = BehaviorScore.Of(results),
            TargetClass = BehaviorScore.TargetClass(results),
            Tier = tier,
            Engine = "onnxruntime " + OnnxEngine.Version,
            Checks = results,
            Pictures = context.Pictures,
        };
    }

    private static CheckResult? Agreement(BehaviorContext context, IBehaviorCheck[] checks, List<CheckResult> results)
    {
        var limit = context.Parameter(ClassAgreement.Id, "evidence", ClassAgreement.Limit);
        IBehaviorCheck[] looks = [.. checks.Where(static check => ClassAgreement.Looks.Any(look => look.Check == check.Id))];
        return ClassAgreement.Of(results, limit) is { } first
            ? Borderline.Settle(first, context, () => ClassAgreement.Of([.. looks.Select(look => Result(look, context, static (check, of) => check.Run(of)))], limit))
            : null;
    }

    private static CheckResult Result(IBehaviorCheck check, BehaviorContext context) => Result(check, context, Borderline.Run);

    private static CheckResult Result(IBehaviorCheck check, BehaviorContext context, Func<IBehaviorCheck, BehaviorContext, CheckResult> run)
    {
        if (Missing(check.Needs, context) is { } missing)
            return Skipped(check, $"there is no {missing}");

        try
        {
            var result = run(check, context);
            return result with { Words = Cut(result.Words) };
        }
        catch (Exception e) when (e is CheckSkippedException or BehaviorInputException)
        {
            return Skipped(check, e.Message);
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            return Skipped(check, Printable.Message(e.Message));
        }
        catch (OnnxException e)
        {
            return new CheckResult(check.Id, CheckOutcome.Inconclusive, Cut(Printable.Message(e.Message)));
        }
    }

    // Who brings no reference does not ask for a comparison; a probe is another matter, without it less is known.
    private static bool IsAsked(IBehaviorCheck check, BehaviorContext context) => Missing(check.Needs & ~CheckNeeds.Probe, context) is null;

    private static string? Missing(CheckNeeds needs, BehaviorContext context) =>
        Array.Find<(CheckNeeds Need, object? Given, string Name)>(
        [
            (CheckNeeds.Golden, context.Golden, "recorded output"),
            (CheckNeeds.Reference, context.Reference, "reference"),
            (CheckNeeds.Original, context.Original, "model it was converted from"),
            (CheckNeeds.Suspects, context.Suspects, "input to judge"),
            (CheckNeeds.Training, context.Training, "training data"),
            (CheckNeeds.Probe, context.Probe, "probe"),
        ], one => needs.HasFlag(one.Need) && one.Given is null).Name;

    private static CheckResult Skipped(IBehaviorCheck check, string why) => new(check.Id, CheckOutcome.Skipped, Cut("was skipped: " + why));

    private static string Cut(string words) => words.Length <= Wire.MaxMessage ? words : words[..Wire.MaxMessage];
}
