using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Verification.Checks;

namespace SupplyChainAnalyzers.Core.Verification.Behavior;

/// <summary>One model of a lock, with what its entry says it is to be checked with: verified, and not run yet.</summary>
public sealed record LockedBehavior
{
    /// <summary>What to ask; null when there is nothing to run, and <see cref="Verification"/> says why.</summary>
    public BehaviorQuestion? Question { get; init; }

    /// <summary>SHA-256 by absolute path, of each file of the question.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new OrdinalMap<string>([]);

    /// <summary>What the lock says of its behaviour; null when nothing.</summary>
    public BehaviorFact? Fact { get; init; }

    /// <summary>Who may review an acceptance.</summary>
    public ApprovalsPolicy Approvals { get; init; } = new();

    /// <summary>What came of verifying the model's files, and those it is checked with.</summary>
    public required VerificationResult Verification { get; init; }

    /// <summary>Looks a model up and verifies it. Never throws but for cancellation: what goes wrong is a finding.</summary>
    /// <param name="request">Lock, policy, cache, scanner.</param>
    /// <param name="name">Of the model.</param>
    /// <param name="asked">How deep at least; null takes what lock and policy say, and the standard tier where they say nothing.</param>
    /// <param name="cancellation">Ends it.</param>
    public static LockedBehavior Find(VerificationRequest request, string name, BehaviorTier? asked, CancellationToken cancellation)
    {
        BehaviorFact? fact = null;
        var approvals = new ApprovalsPolicy();
        (BehaviorQuestion Question, IReadOnlyDictionary<string, string> Known)? work = null;
        var result = VerificationSession.Run(request, "behavior\n", Look, cancellation);
        return new LockedBehavior { Question = work?.Question, Known = work?.Known ?? new OrdinalMap<string>([]), Fact = fact, Approvals = approvals, Verification = result };

        void Look(VerificationRun run)
        {
            if (!run.Models.Models.TryGetValue(name, out var model))
            {
                run.Report(new Finding(Rules.Usage, $"{Shown.Name(name)} is no model of {ModelsLock.FileName}{Documents.Similar.Suggest(name, run.Models.Models.Keys)}"));
                return;
            }

            (fact, approvals) = (model.Behavior, run.Policy.Approvals);
            Narrow(run, other => other == model || other.Name == model.Behavior?.Reference);
            FolderListing.Run(run);
            Presences.Run(run);
            Measures.Run(run);
            using (var contents = new Contents(run))
                contents.Run();
            FormatCheck.Run(run);
            if (CheckedFiles.Of(run.Files.Where(file => file.Model == model)) is { } file)
            {
                var plan = BehaviorPlan.Of(run.Policy.Behavior, asked ?? (fact is null ? BehaviorTier.Standard : null), fact, file.Format!.Id);
                work = new BehaviorWork(run).Of(file, plan);
            }
            else if (run.Findings.Count == 0)
            {
                run.Report(Rules.ModelNotRunnable, model, model.Region, $"{Shown.Name(name)} has no ONNX file and no weights to look at, or several; name one by its path: models behavior {Shown.Name(PathRules.Join(model.Path, "FILE"))}");
            }
        }
    }

    // The others' files are not even opened.
    private static void Narrow(VerificationRun run, Func<ModelEntry, bool> isMeant)
    {
        foreach (var file in run.Files)
            file.IsInScope = isMeant(file.Model);
        foreach (var folder in run.Folders.Values)
            folder.IsInScope = folder.Files.Exists(static file => file.IsInScope);
    }
}
