using System.Globalization;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification.Behavior;

/// <summary>
/// Puts together what one model is checked with. Every file of it has the digest that the lock declares, or the model is not run with
/// anything else in its place.
/// </summary>
internal sealed class BehaviorWork(VerificationRun run)
{
    /// <summary>The question, and the digest of each of its files; null when one is not what was declared, and that was reported.</summary>
    public (BehaviorQuestion Question, IReadOnlyDictionary<string, string> Known)? Of(DeclaredFile file, BehaviorPlan plan)
    {
        var (model, fact) = (file.Model, file.Model.Behavior);
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { [file.FullPath] = file.Sha256! };
        var golden = fact?.GoldenSha256 is { } sha256 && GoldenFiles.ModelOf(model) == file.Entry.Path ? new BehaviorFile(GoldenFiles.PathFor(file.Entry.Path), sha256, fact.Region) : null;
        var isWhole = true;
        var question = new BehaviorQuestion
        {
            Model = file.FullPath,
            Name = PathRules.Join(model.Path, file.Entry.Path),
            Probe = Input("probe", fact?.Probe),
            Labels = Input("labels", fact?.Labels),
            Training = Input("training data", fact?.Training),
            Golden = Input("recorded outputs", golden),
            Tier = plan.Tier,
            Checks = plan.Checks,
            Parameters = Parameters(fact),
            Budget = run.Policy.Behavior.BudgetSeconds is { } seconds ? TimeSpan.FromSeconds(seconds.Value) : null,
        };
        var reference = fact?.Reference is { } name ? Reference(file, fact, name, ref isWhole) : null;
        if (!isWhole)
            return null;

        string[] tensors = [.. Tensors(file, known), .. reference is null ? [] : Tensors(reference, known)];
        if (reference is not null)
            known[reference.FullPath] = reference.Sha256!;
        string[] beside = [.. Declared(ModelParts.Beside(file.FullPath, reference?.FullPath), known)];
        return (question with { Reference = reference?.FullPath, TensorFiles = tensors, Beside = beside }, known);

        string? Input(string what, BehaviorFile? input)
        {
            if (input is null)
                return null;

            var path = DeclaredPath.Of(run.LockFolder, model.Path, input.Path);
            run.AlsoRead.Add(path);
            var found = FileHasher.HashAll([new HashJob(path)], run.Cache, cancellationToken: run.Cancellation)[0];
            if (found.Status != HashStatus.Hashed || found.Sha256 != input.Sha256)
            {
                isWhole = false;
                run.Report(Rules.BehaviorInputDiffers, model, input.Region, $"The {what} {Shown.Name(PathRules.Join(model.Path, input.Path))} of {Shown.Name(model.Name)} {Fault(found, input)}; restore the file or, where it is meant to be another, run: models lock {Printable.Of(model.Name)}{(input == golden ? " --golden" : "")}", path);
            }

            known[path] = input.Sha256;
            return path;
        }
    }

    private static string Fault(HashOutcome found, BehaviorFile input) => found.Status switch
    {
        HashStatus.Hashed => $"has the SHA-256 {Shown.Digest(found.Sha256)} where {Shown.Digest(input.Sha256)} is declared",
        HashStatus.Missing => "is missing",
        _ => "cannot be read: " + Printable.Of(found.Reason),
    };

    // A reference that has not come yet is not there to compare with; one that is not what it should be is told by its own checks.
    private DeclaredFile? Reference(DeclaredFile file, BehaviorFact fact, string name, ref bool isWhole)
    {
        run.Models.Models.TryGetValue(name, out var model);
        if (model is null || model == file.Model)
        {
            isWhole = false;
            run.Report(Rules.BehaviorInputDiffers, file.Model, fact.Region, $"{Shown.Name(file.Model.Name)} is compared with {Shown.Name(name)}, which is no other model of models.lock; correct 'reference'");
            return null;
        }

        return CheckedFiles.Of(run.Files.Where(other => other.Model == model)) is { Sha256: not null } found && found.Format == file.Format ? found : null;
    }

    private List<string> Tensors(DeclaredFile file, Dictionary<string, string> known) => file.Content is { } content ? Declared(TensorFiles.Of(content), known) : [];

    // Those that are declared and are what was declared: the scanner gets no others.
    private List<string> Declared(IReadOnlyList<string> paths, Dictionary<string, string> known)
    {
        var declared = new List<string>();
        foreach (var path in paths)
        {
            if (run.Files.Find(other => DeclaredPath.Same(other.FullPath, path)) is { IsOpen: true, Sha256: { } sha256 } && !known.ContainsKey(path))
            {
                known.Add(path, sha256);
                declared.Add(path);
            }
        }

        return declared;
    }

    private static List<Measurement> Parameters(BehaviorFact? fact)
    {
        var parameters = (fact?.Parameters ?? new OrdinalMap<string>([])).Select(static pair => new Measurement(pair.Key, Number(pair.Value))).ToList();
        if (fact?.GoldenTolerance is { } tolerance && !fact.Parameters.ContainsKey(Tolerance))
            parameters.Add(new Measurement(Tolerance, Number(tolerance)));
        return parameters;
    }

    private const string Tolerance = "golden.atol";

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
